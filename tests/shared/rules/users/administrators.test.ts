import { describe, expect, it } from 'vitest';
import type { Role } from '#shared/rights.ts';
import { problemOfUsers } from '#shared/rules/users/administrators.ts';

const holder = (name: string, roles: Role[], hasPassword = true) => ({ name, roles, hasPassword });
const three = [
  holder('张三', ['systemAdmin']),
  holder('李四', ['securityAdmin']),
  holder('王五', ['auditor']),
  holder('赵六', ['director', 'clerk']),
];

describe('three administrators apart', () => {
  it('are right where each is another person without business and everybody has a password', () => {
    expect(problemOfUsers(three, true)).toBeNull();
  });

  it.each([
    ['one person holds two', [...three, holder('孙七', ['systemAdmin', 'auditor'])], '孙七同时担任'],
    ['one of them is a clerk too', [...three, holder('孙七', ['auditor', 'clerk'])], '不接触业务数据'],
    ['there is no auditor', three.filter(({ name }) => name !== '王五'), '没有审计员'],
    ['somebody has no password', [...three, holder('孙七', ['reader'], false)], '孙七还没有'],
  ])('are refused where %s', (_what, users, word) => {
    expect(problemOfUsers(users, true)).toContain(word);
    expect(problemOfUsers(users, false)).toBeNull();
  });

  it('or not: somebody is left who can let others in and who can grant roles', () => {
    expect(problemOfUsers([holder('李四', ['securityAdmin'])], false)).toContain('系统管理员');
    expect(problemOfUsers([holder('张三', ['systemAdmin'])], false)).toContain('安全管理员');
    expect(problemOfUsers([holder('李明', ['systemAdmin', 'securityAdmin'], false)], false)).toBeNull();
  });
});
