import { statfsSync } from 'node:fs';
import { StoreError } from './errors.ts';

/** File system types of Linux (statfs f_type) on which locks and shared memory cannot be relied on. */
const remoteTypes: ReadonlyMap<number, string> = new Map([
  [0x6969, 'NFS'],
  [0x517b, 'SMB'],
  [0xff534d42, 'CIFS'],
  [0xfe534d42, 'SMB2'],
  [0x65735546, 'FUSE'],
  [0x01021997, '9P'],
]);

/** @throws StoreError for a folder on another computer: the write-ahead log needs memory shared on one PC */
export function requireLocalFolder(folder: string): void {
  const kind = folder.startsWith('\\\\') ? '网络路径' : remoteTypes.get(statfsSync(folder).type >>> 0);
  if (kind === undefined) return;
  throw new StoreError(
    'networkFolder',
    `数据文件夹在网络盘或外接文件系统上（${kind}），数据容易损坏。请改用本机硬盘上的文件夹：${folder}`,
  );
}
