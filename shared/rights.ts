/*
 * Who may do what. Each operation of the contract names one right; each role grants some.
 * The core checks it before anything else happens; pages only hide what would be refused.
 */

/** open: also without signing in. */
export type Right =
  | 'open'
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
  | 'manageUsers'
  | 'manageOffice'
  | 'audit';

export type Role = 'manager' | 'clerk' | 'reader';

export const roleNames: Readonly<Record<Role, string>> = {
  manager: '管理员',
  clerk: '经办人',
  reader: '查阅者',
};

const readerRights: readonly Right[] = ['open', 'view', 'export'];
const clerkRights: readonly Right[] = [
  ...readerRights,
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
  reader: readerRights,
  clerk: clerkRights,
  manager: [...clerkRights, 'scoreFinal', 'manageUsers', 'manageOffice'],
};

export function rightsOf(role: Role): readonly Right[] {
  return rightsOfRole[role];
}

export function grants(role: Role | null, right: Right): boolean {
  return right === 'open' || (role !== null && rightsOfRole[role].includes(right));
}
