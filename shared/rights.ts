/*
 * Who may do what. Each operation of the contract names one right; each role grants some; a user has one or several
 * roles. The core checks it before anything else happens, on every host; pages only hide what would be refused.
 */

/**
 * open: also without signing in. signedIn: whoever is in, about his own affairs (password, jobs, what he can take
 * back). direct: what only the office's director decides.
 */
export type Right =
  | 'open'
  | 'signedIn'
  | 'view'
  | 'editOrganizations'
  | 'editSchemes'
  | 'scoreSelf'
  | 'score'
  | 'scoreReviewed'
  | 'scoreFinal'
  | 'finalize'
  | 'editRosters'
  | 'editTasks'
  | 'editInspections'
  | 'editDuty'
  | 'editMeetings'
  | 'editPapers'
  | 'signPapers'
  | 'editReports'
  | 'attachFiles'
  | 'export'
  | 'exchange'
  | 'direct'
  | 'seeUsers'
  | 'manageUsers'
  | 'grantRoles'
  | 'manageSecurity'
  | 'manageOffice'
  | 'audit';

/** As the printed table of rights has them, in its order. */
export const rightNames: Readonly<Record<Right, string>> = {
  open: '不登录也可以',
  signedIn: '登录后管自己的事',
  view: '查看业务数据',
  export: '导出和打印业务数据',
  exchange: '制作和合并数据包',
  editOrganizations: '维护机构和名称',
  editSchemes: '编制考评细则',
  scoreSelf: '填自评分',
  score: '填考评分',
  scoreReviewed: '填复核分',
  scoreFinal: '填核定分',
  finalize: '考核定稿',
  editRosters: '维护名册',
  editTasks: '办理任务、方案和台账',
  editInspections: '登记检查、隐患和整改',
  editDuty: '编排值班',
  editMeetings: '办理会议',
  editPapers: '起草公文',
  signPapers: '签发和用印',
  editReports: '编制报表',
  attachFiles: '添加附件和照片',
  direct: '主任决定的事项',
  manageOffice: '改办公室设置',
  seeUsers: '查看用户',
  manageUsers: '管理用户和密码',
  grantRoles: '授予身份',
  manageSecurity: '定密码和锁定的规则',
  audit: '查看和核对操作日志',
};

export const roles = [
  'director',
  'clerk',
  'inspector',
  'reader',
  'systemAdmin',
  'securityAdmin',
  'auditor',
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  director: '办公室主任',
  clerk: '经办人',
  inspector: '检查人员',
  reader: '查阅者',
  systemAdmin: '系统管理员',
  securityAdmin: '安全管理员',
  auditor: '审计员',
};

/** What each role is for, as the one who grants it reads it. */
export const roleDuties: Readonly<Record<Role, string>> = {
  director: '经办人的全部工作，另可填核定分、处理打不开的暗访、改办公室设置',
  clerk: '录入、修改、定稿、印发、导出，不能填核定分，不能管理用户',
  inspector: '只登记检查、隐患和整改，其余只能查看和导出',
  reader: '只能查看和导出',
  systemAdmin: '管理用户、重设密码、解除锁定、改办公室设置，看不到业务数据',
  securityAdmin: '授予身份、定密码和锁定的规则，看不到业务数据',
  auditor: '查看、核对和导出操作日志，看不到业务数据',
};

/** System administrator, security administrator and auditor: the 三员. */
export const administratorRoles = ['systemAdmin', 'securityAdmin', 'auditor'] as const satisfies Role[];
/** Of the one clerk who does everything alone. */
export const soleUserRoles: readonly Role[] = ['director', ...administratorRoles];

const readerRights: readonly Right[] = ['view', 'export'];
const clerkRights: readonly Right[] = [
  ...readerRights,
  'exchange',
  'editOrganizations',
  'editSchemes',
  'scoreSelf',
  'score',
  'scoreReviewed',
  'finalize',
  'editRosters',
  'editTasks',
  'editInspections',
  'editDuty',
  'editMeetings',
  'editPapers',
  'signPapers',
  'editReports',
  'attachFiles',
  'audit',
];
const rightsOfRole: Readonly<Record<Role, readonly Right[]>> = {
  director: [...clerkRights, 'scoreFinal', 'direct', 'manageOffice'],
  clerk: clerkRights,
  inspector: [...readerRights, 'editInspections', 'attachFiles'],
  reader: readerRights,
  systemAdmin: ['seeUsers', 'manageUsers', 'manageOffice'],
  securityAdmin: ['seeUsers', 'grantRoles', 'manageSecurity'],
  auditor: ['audit'],
};

export function rightsOf(held: readonly Role[]): readonly Right[] {
  return [...new Set<Right>(['open', 'signedIn', ...held.flatMap((role) => rightsOfRole[role])])];
}

/** @param held null: nobody is signed in */
export function grants(held: readonly Role[] | null, right: Right): boolean {
  if (right === 'open') return true;
  return held !== null && (right === 'signedIn' || held.some((role) => rightsOfRole[role].includes(right)));
}

export function isRole(text: unknown): text is Role {
  return roles.some((role) => role === text);
}

export function isAdministratorRole(role: Role): boolean {
  return administratorRoles.some((each) => each === role);
}
