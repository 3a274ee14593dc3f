// Loaded into the server by `npm start` (node --import): when the starter is gone without a word, stop as if told to.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
process.channel?.unref();
