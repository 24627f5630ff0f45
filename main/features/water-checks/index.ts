import {
  type WaterCheck,
  type WaterCheckFields,
  type waterChecks as contract,
} from '#shared/contract/water-checks.ts';
import { AppError } from '#shared/errors.ts';
import type { LedgerValue } from '#shared/rules/ledgers/definition.ts';
import { waterSources } from '#shared/rules/ledgers/definitions/water-sources.ts';
import { type WaterState, waterStateName, waterStateValues } from '#shared/rules/water-sources/states.ts';
import type { Handlers } from '#main/core/handlers.ts';
import { LedgerWriter } from '#main/features/ledgers/index.ts';
import { putBack } from './put-back.ts';
import { checkByUid, type CheckRecord, checksOfSource } from './queries.ts';

const SAID_NAMES = 3;

/** Looking after water sources: what was found becomes the state of the source. */
export const waterChecks: Handlers<typeof contract> = {
  list: ({ sourceUid }, { db }) => db.all(checksOfSource, { sourceUid }).map(checkOf),

  enter({ sourceUids, check }, context) {
    requireDone(check, context.today);
    const writer = new LedgerWriter(waterSources, context);
    const names = sourceUids.map((sourceUid) => {
      const { id, values } = writer.read(sourceUid);
      const { state = null, pressure = null, sign = null, checkedOn = null } = values;
      context.db.insert('water_check', {
        source_id: id,
        ...check,
        state_before: state,
        pressure_before: pressure,
        sign_before: sign,
        checked_before: checkedOn,
      });
      if (typeof checkedOn !== 'string' || checkedOn <= check.day) writer.set(sourceUid, foundBy(check));
      return String(values[waterSources.title] ?? '');
    });
    const found = check.state === null ? `无法测试：${check.untested}` : waterStateName(check.state);
    const said = names.slice(0, SAID_NAMES).join('、');
    const list = names.length > SAID_NAMES ? `${said}等 ${names.length} 处` : said;
    context.summarize(`${list}，${found}`);
    return { checked: sourceUids.length };
  },

  remove({ uid }, context) {
    const { db, summarize } = context;
    const record = db.get(checkByUid, { uid });
    if (record === undefined) throw new AppError('notFound', { what: '这次检查' });
    db.remove('water_check', record.id);
    putBack(db, record, new LedgerWriter(waterSources, context));
    summarize(`${record.day} 的检查`);
    return { uid };
  },
};

/** What a check says of its source; what was not looked at stays as it was. */
function foundBy({ day, state, pressure, sign }: WaterCheckFields): Record<string, LedgerValue> {
  const found = Object.entries({ state, pressure, sign }).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(found), checkedOn: day };
}

function requireDone({ day }: WaterCheckFields, today: string): void {
  if (day > today) throw new AppError('badInput', { detail: '检查日期还没有到，请核对', field: 'day' });
}

function checkOf(record: CheckRecord): WaterCheck {
  const { uid, day, checker, pressure, untested, note } = record;
  const sign = record.sign === null ? null : record.sign === 1 ? 1 : 0;
  return { uid, day, checker, state: stateOf(record.state), pressure, sign, untested, note };
}

function stateOf(stored: string | null): WaterState | null {
  return waterStateValues.find((state) => state === stored) ?? null;
}
