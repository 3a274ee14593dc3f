import { openTestPostgres } from "../src/database/embedded/test-postgres.ts";
const pg = await openTestPostgres();
process.stdout.write(`${await pg.createDatabase()}\n${await pg.createDatabase()}\n`);
setInterval(() => {}, 1000);
process.on("SIGTERM", async () => { await pg.stop(); process.exit(0); });
