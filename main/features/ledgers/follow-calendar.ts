import { workdaysOf } from '#shared/rules/calendar/workdays.ts';
import { type LedgerDefinition, storedName } from '#shared/rules/ledgers/definition.ts';
import { ledgerDefinitions } from '#shared/rules/ledgers/definitions/index.ts';
import { type CalendarFollower, holidayCalendar } from '#main/features/holidays/index.ts';
import { tableOf } from './columns.ts';
import { ledgerQueries } from './queries.ts';
import { Rows } from './rows.ts';

/** What rows keep of workdays is worked out anew, with the day due that follows from it. */
export const ledgersFollowCalendar: CalendarFollower = ({ db, today, resourcesFolder }) => {
  const workdays = workdaysOf(holidayCalendar(db, resourcesFolder));
  const definitions: readonly LedgerDefinition[] = ledgerDefinitions;
  for (const definition of definitions) {
    const { kept = [], due } = definition;
    if (kept.length === 0) continue;
    const rows = new Rows(db, definition, today);
    for (const record of db.all(ledgerQueries(definition).all)) {
      const values = rows.valuesOf(record);
      const computed = kept.map((each) => ({ ...each, value: each.of(values, workdays) }));
      const whole = { ...values, ...Object.fromEntries(computed.map(({ key, value }) => [key, value])) };
      const stored = Object.fromEntries([
        ...computed.map((each) => [storedName(each), each.value]),
        ...(due === undefined ? [] : [['due_on', due.on(whole, rows.around.standards)]]),
      ]);
      if (Object.entries(stored).some(([name, value]) => record[name] !== value))
        db.update(tableOf(definition), record.id, stored);
    }
  }
};
