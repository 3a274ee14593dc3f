// Imported first by the commands: what follows needs this much of the Node that the machine itself has.
const OLDEST = 20;
const major = Number(process.versions.node.split(".")[0]);
if (major < OLDEST) {
  process.stderr.write(
    `板凳会需要 Node ${OLDEST} 或更新版本，当前是 ${process.versions.node} · Bandeng needs Node ${OLDEST} or newer, this is ${process.versions.node}\n`,
  );
  process.exit(1);
}
