import { type } from '@orpc/contract';
import * as z from 'zod';
import type { Role } from '../rights.ts';
import { nameSchema, uidSchema } from './fields.ts';
import { final, read } from './operation.ts';

export interface User {
  uid: string;
  name: string;
  role: Role;
  hasPassword: boolean;
  active: boolean;
}

const roleSchema = z.enum(['manager', 'clerk', 'reader']);
/** An empty password removes it: a one-clerk office works without. */
const passwordSchema = z
  .string()
  .max(100, '密码最多 100 个字符')
  .refine((text) => text === '' || text.length >= 6, '密码至少 6 个字符，留空表示不设密码');

export const users = {
  list: read('用户列表', 'manageUsers').output(type<User[]>()),
  add: final('新增用户', 'manageUsers')
    .input(z.object({ name: nameSchema('姓名', 30), role: roleSchema, password: passwordSchema }))
    .output(type<{ uid: string }>()),
  update: final('修改用户', 'manageUsers')
    .input(z.object({ uid: uidSchema, name: nameSchema('姓名', 30), role: roleSchema, active: z.boolean() }))
    .output(type<{ uid: string }>()),
  setPassword: final('设置密码', 'manageUsers')
    .input(z.object({ uid: uidSchema, password: passwordSchema }))
    .output(type<{ uid: string }>()),
  changeOwnPassword: final('修改自己的密码', 'view')
    .input(z.object({ current: z.string().max(100), password: passwordSchema }))
    .output(type<{ uid: string }>()),
};
