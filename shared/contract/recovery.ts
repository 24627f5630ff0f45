import { type } from '@orpc/contract';
import { service, settling } from './operation.ts';

/** A backup that could take the place of the present data. */
export interface RecoveryBackup {
  folder: string;
  name: string;
  /** Why it was made, in Chinese. */
  kind: string;
  /** Instant, UTC milliseconds. */
  madeAt: number;
  /** Null for one of an upgrade, which does not tell before it is looked into. */
  rows: number | null;
  files: number | null;
}

export interface RecoveryState {
  /** What the checks have found, in Chinese; while there is any, nothing is written. */
  faults: readonly string[];
  /** The file itself is whole: somebody may look into what was found, and writing goes on. */
  mayAccept: boolean;
  /** The latest first, of the data folder and the second place. */
  backups: RecoveryBackup[];
}

/** What can be done after the checks have found something. Before anybody is in, because in damage nobody may be able to. */
export const recovery = {
  state: service('查看数据检查结果', 'open').output(type<RecoveryState>()),
  /**
   * The next start first keeps the data as they are, takes out what can be read, and asks which backup is to take
   * their place. `startsAnew`: it comes by itself. Where the file is whole it takes the right `manageOffice`.
   * @throws AppError refused where nothing was found, notSignedIn, notAllowed
   */
  rescue: service('救出数据', 'open').output(type<{ startsAnew: boolean }>()),
  /** @throws AppError refused where the file is damaged */
  accept: settling('核对后接着录入', 'manageOffice').output(type<{ isWritable: boolean }>()),
};
