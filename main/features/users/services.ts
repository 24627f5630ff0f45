import { contract } from '#shared/contract/index.ts';
import type { users as usersContract } from '#shared/contract/users.ts';
import { localDay } from '#shared/calendar/days.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import type { Services } from '#main/core/handlers.ts';
import { operationsOf } from '#main/core/threads/call-table.ts';
import { startExport } from '#main/features/files/start-export.ts';
import { officeNameFor } from '#main/features/office/name-for-exports.ts';
import type { RightsInput } from './rights-table.ts';

export const userServices: Services<typeof usersContract, ServiceContext> = {
  async exportRights(_input, context) {
    const today = localDay(Date.now());
    const input: RightsInput = {
      operations: [...operationsOf(contract)].map(({ meta: { label, right } }) => ({ label, right })),
      officeName: await officeNameFor(context),
      today,
    };
    const name = `权限表 ${today}.xlsx`;
    return startExport(context, { operation: 'users.exportRights', label: '导出权限表', input, name });
  },
};
