import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Right, Role } from '../rights.ts';
import { uidSchema } from './fields.ts';
import { service } from './operation.ts';

export interface SignedInUser {
  uid: string;
  name: string;
  roles: readonly Role[];
  /** Somebody else set the password: it has to be changed before anything else. */
  mustChange: boolean;
  rights: readonly Right[];
}

/** What a page needs to know before it can show anything. */
export interface SessionState {
  /** null before the first start has been completed. */
  officeName: string | null;
  user: SignedInUser | null;
  /** Who may sign in here. */
  users: { uid: string; name: string; hasPassword: boolean }[];
  host: 'electron' | 'browser' | 'cli';
  dataFolder: string;
  version: string;
  /** Chinese findings of the store's checks; non-empty leads to the recovery page, and nothing is written. */
  faults: readonly string[];
  /** Where the sample was moved whose loading had been cut short, while no office is set up; else null. */
  setAside: string | null;
  /** What the host can do with a written file besides offering it for download. */
  canOpenFiles: boolean;
  /** The screen is covered until the password was given. */
  locked: boolean;
  /** Minutes without a key or the mouse until it is covered; 0: never. */
  idleMinutes: number;
}

export const session = {
  state: service('查看登录状态', 'open').output(type<SessionState>()),
  signIn: service('登录', 'open')
    .input(z.object({ userUid: uidSchema, password: z.string().max(200).optional() }))
    .output(type<SessionState>()),
  /** Covers the screen in every window of this session; only for who has a password. */
  lock: service('锁屏', 'signedIn').output(type<SessionState>()),
  /**
   * The signed-in user's password: uncovers the screen, and after it was set anew opens what is kept from the others,
   * without signing in anew. Open, because a covered session may do nothing else.
   */
  unlock: service('核对密码', 'open')
    .input(z.object({ password: z.string().max(200) }))
    .output(type<{ unlocked: boolean }>()),
  signOut: service('退出登录', 'open').output(type<SessionState>()),
};
