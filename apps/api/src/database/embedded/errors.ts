/** Another living process owns the folder. Nothing was touched. */
export class EmbeddedPostgresInUse extends Error {
  override readonly name = "EmbeddedPostgresInUse";
  readonly folder: string;
  /** The owner's process id, when it could be read. */
  readonly pid: number | undefined;

  constructor(folder: string, pid: number | undefined) {
    const zh = pid === undefined ? "" : `（进程 ${pid}）`;
    const en = pid === undefined ? "" : ` (process ${pid})`;
    super(`另一个板凳会程序${zh}正在使用 ${folder}，请先停止它 · Another Bandeng${en} is using ${folder}; stop it first`);
    this.folder = folder;
    this.pid = pid;
  }
}

/** The data was written by another major version of PostgreSQL. Nothing was touched. */
export class EmbeddedPostgresWrongVersion extends Error {
  override readonly name = "EmbeddedPostgresWrongVersion";

  constructor(data: string, written: string, ours: string) {
    super(
      `${data} 的数据由 PostgreSQL ${written} 写入，本程序自带的是 ${ours}：请用原来的版本备份后再恢复 · ` +
        `The data in ${data} was written by PostgreSQL ${written}, this Bandeng carries ${ours}: back it up with the version that wrote it and restore it here`,
    );
  }
}

/** PostgreSQL cannot run here; the message says in one sentence why, and what to do. */
export class EmbeddedPostgresUnavailable extends Error {
  override readonly name = "EmbeddedPostgresUnavailable";
}
