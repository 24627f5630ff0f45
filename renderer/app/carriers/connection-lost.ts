/** The call got no answer: the program ended, restarts, or the line broke. A write may or may not have happened. */
export class ConnectionLost extends Error {
  constructor() {
    super('与程序的连接中断，请确认程序还在运行。');
    this.name = 'ConnectionLost';
  }
}

/** The host no longer knows this browser, as after a restart: it has to be let in anew. */
export class EntryLost extends Error {
  constructor() {
    super('程序重新启动过，请重新进入。');
    this.name = 'EntryLost';
  }
}
