import type { ServiceContext } from '#main/core/dispatch/context.ts';

/** What stands as 填报单位 on everything that is exported; empty before the office is set up. */
export async function officeNameFor({
  core,
  caller,
}: Pick<ServiceContext, 'core' | 'caller'>): Promise<string> {
  return ((await core.read('office.nameForSessions', null, caller)) as string | null) ?? '';
}
