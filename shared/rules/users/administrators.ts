import {
  administratorRoles,
  grants,
  isAdministratorRole,
  type Role,
  roleNames,
  roles,
} from '../../rights.ts';

/*
 * Which roles go together. In 三员 mode system administrator, security administrator and auditor are three people, and
 * none of them works with the office's data.
 */

export interface RoleHolder {
  name: string;
  roles: readonly Role[];
  hasPassword: boolean;
}

/**
 * Whether the users in use can run the office.
 * @param active the users in use @returns what is wrong, in Chinese, and what to do about it; null: nothing
 */
export function problemOfUsers(active: readonly RoleHolder[], apart: boolean): string | null {
  if (!active.some(({ roles: held }) => grants(held, 'manageUsers')))
    return '至少要保留一名在用的系统管理员，否则没有人能新增用户、重设密码。';
  if (!active.some(({ roles: held }) => grants(held, 'grantRoles')))
    return '至少要保留一名在用的安全管理员，否则没有人能授予身份。';
  return apart ? problemOfThree(active) : null;
}

function problemOfThree(active: readonly RoleHolder[]): string | null {
  for (const holder of active) {
    const problem = problemOfOne(holder);
    if (problem !== null) return problem;
  }
  const missing = administratorRoles.find((role) => !active.some((holder) => holder.roles.includes(role)));
  if (missing !== undefined)
    return `“三员分立”要求系统管理员、安全管理员、审计员各有其人，现在没有${roleNames[missing]}。请先指定一名。`;
  const open = active.find(({ hasPassword }) => !hasPassword);
  return open === undefined
    ? null
    : `“三员分立”要求每位用户都有密码，${open.name}还没有。请先设置密码，或停用这位用户。`;
}

function problemOfOne({ name, roles: held }: RoleHolder): string | null {
  const [first, second] = administratorRoles.filter((role) => held.includes(role));
  if (first === undefined) return null;
  if (second !== undefined)
    return `“三员分立”要求${roleNames[first]}和${roleNames[second]}由不同的人担任，${name}同时担任了这两项。请在“用户”里给${name}只留一项，另一项授予别人。`;
  const other = held.find((role) => !isAdministratorRole(role));
  return other === undefined
    ? null
    : `“三员分立”要求${roleNames[first]}不接触业务数据，${name}不能同时是${roleNames[other]}。请在“用户”里去掉其中一项。`;
}

export function roleList(held: readonly Role[]): string {
  return held.length === 0
    ? '未授予'
    : roles
        .filter((role) => held.includes(role))
        .map((role) => roleNames[role])
        .join('、');
}
