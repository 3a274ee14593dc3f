// PostGraphile 5 as its documentation starts it: the amber preset over the tables as they are.
import { createServer } from "node:http";
import { postgraphile } from "postgraphile";
import { PostGraphileAmberPreset } from "postgraphile/presets/amber";
import { makePgService } from "postgraphile/adaptors/pg";
import { grafserv } from "postgraphile/grafserv/node";

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  // Its columns that lead no index could else not be asked for, though the second one of an index is what a board asks for.
  disablePlugins: ["PgIndexBehaviorsPlugin"],
  pgServices: [makePgService({ connectionString: `${process.env.DATABASE_URL}?application_name=bench-postgraphile`, schemas: ["public"], poolConfig: { max: 8, application_name: "bench-postgraphile" } })],
  grafserv: { graphqlPath: "/graphql", watch: false },
  grafast: { explain: false },
});
const server = createServer();
server.on("error", (error) => process.stderr.write(`${error}\n`));
await instance.createServ(grafserv).addTo(server);
server.listen(Number(process.env.PORT), "127.0.0.1", () => process.stdout.write("ready\n"));
