import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Right, Role } from '../rights.ts';
import { uidSchema } from './fields.ts';
import { service } from './operation.ts';

export interface SignedInUser {
  uid: string;
  name: string;
  role: Role;
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
  /** Chinese findings of the store's checks; non-empty leads to the recovery page. */
  faults: string[];
  /** Where the sample was moved whose loading had been cut short, while no office is set up; else null. */
  setAside: string | null;
  /** What the host can do with a written file besides offering it for download. */
  canOpenFiles: boolean;
}

export const session = {
  state: service('查看登录状态', 'open').output(type<SessionState>()),
  signIn: service('登录', 'open')
    .input(z.object({ userUid: uidSchema, password: z.string().max(200).optional() }))
    .output(type<SessionState>()),
  /** After one's own password was set: from now on it opens what is kept from the others, without signing in anew. */
  unlock: service('核对密码', 'view')
    .input(z.object({ password: z.string().max(200) }))
    .output(type<{ unlocked: boolean }>()),
  signOut: service('退出登录', 'open').output(type<SessionState>()),
};
