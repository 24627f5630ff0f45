import { defaultSettings } from '#shared/rules/schemes/default-settings.ts';
import type { IndicatorCondition } from '#shared/rules/scoring/model.ts';
import type { RunOperation } from './run-operation.ts';
import type { SampleScheme } from './sample-data.ts';

interface SchemeToLoad {
  scheme: SampleScheme;
  /** Key of an own mark, which the file calls by its name. */
  ownMark: { name: string; key: string };
  inForceFrom: string;
}

/** Composes a scheme as its editor would and puts it in force. @returns its uid */
export async function loadScheme(
  run: RunOperation,
  { scheme, ownMark, inForceFrom }: SchemeToLoad,
): Promise<string> {
  const { title, appliesTo, documentNumber, issuer, statedPoints, settings, notes } = scheme;
  const { uid } = await run('schemes', 'create', { title, appliesTo });
  await run('schemes', 'update', {
    uid,
    base: { documentNumber: '', issuer: '', statedPoints: null, notes: '', ...defaultSettings },
    set: { documentNumber, issuer, statedPoints, notes, ...settings },
  });
  for (const { indicators, ...category } of scheme.categories) {
    const added = await run('schemes', 'addCategory', { schemeUid: uid, ...category });
    let afterUid: string | null = null;
    for (const { pinnedOnly: _pinnedOnly, reasons: _reasons, condition, ...indicator } of indicators) {
      const fields = { ...indicator, condition: withKey(condition, ownMark) };
      afterUid = (await run('schemes', 'addIndicator', { categoryUid: added.uid, afterUid, ...fields })).uid;
    }
  }
  await run('schemes', 'putInForce', { uid, from: inForceFrom });
  return uid;
}

function withKey(condition: IndicatorCondition, own: SchemeToLoad['ownMark']): IndicatorCondition {
  return condition?.mark === own.name ? { ...condition, mark: own.key } : condition;
}
