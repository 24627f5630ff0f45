import type { recovery as contract, RecoveryBackup } from '#shared/contract/recovery.ts';
import { AppError } from '#shared/errors.ts';
import { ownPlace } from '#main/core/backups/make-backup.ts';
import { findBackups } from '#main/core/backups/place.ts';
import { findBackupsThere, isThere, secondPlace } from '#main/core/backups/second-place.ts';
import type { ServiceContext } from '#main/core/dispatch/context.ts';
import { requireRight } from '#main/core/dispatch/require-right.ts';
import type { Services } from '#main/core/handlers.ts';
import { askForRescue, mayAccept } from '#main/core/store/standing-faults.ts';
import { settingsFor, toldOf } from '#main/features/backups/services.ts';

const MOST_BACKUPS = 5;
/** The answer is on its way to the page by then. */
const BEFORE_THE_START_MILLISECONDS = 500;

const rescueLine = { name: 'recovery.rescue', label: '救出数据' } as const;

/** The way out of what the checks have found; the rest is done at the next start, when nothing has the data open. */
export const recoveryServices: Services<typeof contract, ServiceContext> = {
  async state(_input, context) {
    const faults = context.core.faults();
    return { faults, mayAccept: mayAccept(faults), backups: await latestBackups(context) };
  },

  async rescue(_input, context) {
    const { core, caller } = context;
    requireFaults(core);
    // Where the file is whole, people can sign in and go on: nobody else ends their program and takes an older backup.
    if (mayAccept(core.faults()))
      await requireRight({ ...rescueLine, right: 'manageOffice', whileDue: true }, context);
    const summary = core.faults().join('\n');
    await core.record({ ...rescueLine, summary, outcome: 'done' }, caller);
    const { userUid, userName } = caller;
    askForRescue(core.dataFolder, { userUid, userName });
    const { startAnew } = core.abilities;
    if (startAnew === undefined) return { startsAnew: false };
    setTimeout(startAnew, BEFORE_THE_START_MILLISECONDS);
    return { startsAnew: true };
  },

  async accept(_input, { core, caller }) {
    requireFaults(core);
    const summary = core.faults().join('\n');
    const event = { name: 'recovery.accept', label: '核对后接着录入', summary, outcome: 'done' } as const;
    await core.acceptFaults(event, caller);
    return { isWritable: true };
  },
};

/** @throws AppError refused */
function requireFaults({ faults }: Pick<ServiceContext['core'], 'faults'>): void {
  if (faults().length === 0)
    throw new AppError('refused', { reason: '数据检查没有发现问题，可以照常使用。' });
}

async function latestBackups(context: ServiceContext): Promise<RecoveryBackup[]> {
  const own = ownPlace(context.core.dataFolder);
  const found = [
    ...(await findBackups(own)).map((backup) => toldOf(backup, own)),
    ...(await backupsOfSecond(context)),
  ];
  return found.toSorted((one, other) => other.madeAt - one.madeAt).slice(0, MOST_BACKUPS);
}

/** Where it lies stands in the store, which may not be readable there. */
async function backupsOfSecond({ core, caller }: ServiceContext): Promise<RecoveryBackup[]> {
  try {
    const { secondFolder } = await settingsFor(core, caller);
    if (secondFolder === '' || !(await isThere(secondFolder))) return [];
    const place = secondPlace(secondFolder);
    return (await findBackupsThere(place)).map((backup) => toldOf(backup, place));
  } catch {
    return [];
  }
}
