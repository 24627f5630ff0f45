import { type } from '@orpc/contract';
import * as z from 'zod';
import { type Role, roles } from '../rights.ts';
import type { SecuritySettings } from '../rules/users/security.ts';
import { nameSchema, textSchema, uidSchema } from './fields.ts';
import { exporting, final, read } from './operation.ts';

export interface User {
  uid: string;
  name: string;
  roles: readonly Role[];
  hasPassword: boolean;
  /** Has to change the password at the next sign-in. */
  mustChange: boolean;
  /** Instant until which wrong passwords lock the user out; null: not locked out. */
  lockedUntil: number | null;
  active: boolean;
}

const rolesSchema = z.array(z.enum(roles)).max(roles.length);
/** An empty password removes it: a one-clerk office works without. What else it must be is a setting. */
const passwordSchema = z.string().max(100, '密码最多 100 个字符');
const mustChange = z.boolean().default(false);

const securitySchema = z.object({
  minLength: z.int().min(6, '密码最短不能少于 6 个字符').max(40),
  kinds: z.int().min(1).max(4),
  remembered: z.int().min(0).max(10),
  commonWords: z.array(z.string().trim().min(2).max(40)).max(1_000),
  lockTries: z.int().min(3, '至少允许试 3 次').max(20),
  lockMinutes: z.int().min(1).max(1_440),
  idleMinutes: z.int().min(0).max(240),
  administratorsApart: z.boolean(),
  source: textSchema('依据', 500),
});

export const users = {
  list: read('用户列表', 'seeUsers').output(type<User[]>()),
  /** Without the right to grant roles, `roles` is empty. */
  add: final('新增用户', 'manageUsers')
    .input(
      z.object({
        name: nameSchema('姓名', 30),
        roles: rolesSchema,
        password: passwordSchema,
        mustChange,
      }),
    )
    .output(type<{ uid: string }>()),
  update: final('修改用户', 'manageUsers')
    .input(z.object({ uid: uidSchema, name: nameSchema('姓名', 30), active: z.boolean() }))
    .output(type<{ uid: string }>()),
  setRoles: final('授予身份', 'grantRoles')
    .input(z.object({ uid: uidSchema, roles: rolesSchema }))
    .output(type<{ uid: string }>()),
  setPassword: final('设置密码', 'manageUsers')
    .input(z.object({ uid: uidSchema, password: passwordSchema, mustChange }))
    .output(type<{ uid: string }>()),
  unlock: final('解除锁定', 'manageUsers')
    .input(z.object({ uid: uidSchema }))
    .output(type<{ uid: string }>()),
  changeOwnPassword: final('修改自己的密码', 'signedIn')
    .input(z.object({ current: z.string().max(100), password: passwordSchema }))
    .output(type<{ uid: string }>()),
  /** Open, because a new password is chosen with the key on paper before signing in. */
  security: read('密码和锁定规则', 'open').output(type<SecuritySettings>()),
  setSecurity: final('修改密码和锁定规则', 'manageSecurity')
    .input(securitySchema)
    .output(type<SecuritySettings>()),
  /** Whether there is a key on paper for an administrator who is locked out. */
  hasEntryKey: read('是否有恢复密钥', 'seeUsers').output(type<{ exists: boolean }>()),
  /** A new one each time; it counts only after `setEntryKey`. Not the answer of a write, which the log would keep. */
  newEntryKey: read('生成恢复密钥', 'manageUsers').output(type<{ code: string }>()),
  setEntryKey: final('启用恢复密钥', 'manageUsers')
    .input(z.object({ code: z.string().max(100), lastGroup: z.string().max(10) }))
    .output(type<{ exists: boolean }>()),
  /** A locked-out administrator sets a new password with the key on paper, which is used up by it. */
  recover: final('用恢复密钥重设密码', 'open')
    .input(z.object({ userUid: uidSchema, code: z.string().max(100), password: passwordSchema.min(1) }))
    .output(type<{ uid: string }>()),
  /** Which role may do which operation, from the contract. Starts a job; its result is a WrittenFile. */
  exportRights: exporting('导出权限表', 'seeUsers').output(type<{ jobUid: string }>()),
};
