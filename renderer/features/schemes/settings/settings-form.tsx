import { Radio, Select } from 'antd';
import { fewestJudges, judgesWayNames } from '#shared/rules/scoring/judges.ts';
import type { SchemeSettings } from '#shared/rules/scoring/model.ts';
import { useEditor } from '../editor/editor-context.ts';
import { Field } from '../editor/field.tsx';
import { OptionalPointsField, TextField } from '../fields/fields.tsx';
import { appliesToOptions } from '../model/names.ts';
import { decimalsName, selfCountsName, tiesNames } from '../model/setting-names.ts';
import { GradeTable } from './grade-table.tsx';
import { QuotaFields } from './quota-fields.tsx';
import type { SaveSetting } from './save-setting.ts';
import styles from './settings-form.module.css';

const SOURCE_CHARACTERS = 200;
const judgesWays = (['mean', 'trimmed'] as const).map((value) => ({
  value,
  label: value === 'mean' ? judgesWayNames.mean : `${judgesWayNames[value]}(至少 ${fewestJudges(value)} 名)`,
}));

/** What the scheme is called, and how totals become grades and ranks, each with its source. */
export function SettingsForm() {
  const { scheme, isEditable, patches } = useEditor();
  const { uid, settings } = scheme;
  const common = { disabled: !isEditable };

  const save: SaveSetting = (name, value, seen) =>
    patches.scheme({ uid, base: { [name]: seen }, set: { [name]: value } });

  return (
    <div className={styles.pane}>
      <HeadFields />
      <h3 className={styles.heading}>等次</h3>
      <GradeTable
        grades={settings.grades}
        {...common}
        onChange={(grades, seen) => save('grades', grades, seen)}
      />
      <div className={styles.line}>
        <Field label="等次界限的依据" grows>
          <TextField
            {...common}
            label="等次界限的依据"
            most={SOURCE_CHARACTERS}
            value={settings.gradesSource}
            onCommit={(value, seen) => save('gradesSource', value, seen)}
          />
        </Field>
      </div>
      <QuotaFields {...common} settings={settings} onSave={save} />
      <h3 className={styles.heading}>总分与排名</h3>
      <div className={styles.line}>
        <Field label="显示小数" hint="定等次、排名次按准确分数">
          <Select
            {...common}
            aria-label="显示小数"
            style={{ width: 110 }}
            value={settings.decimals}
            options={[0, 1, 2, 3].map((value) => ({ value, label: decimalsName(value) }))}
            onChange={(value) => save('decimals', value, settings.decimals)}
          />
        </Field>
        <Field label="加分上限" hint="空着不限">
          <OptionalPointsField
            {...common}
            label="加分上限"
            placeholder="不限"
            value={settings.bonusCap}
            onCommit={(value, seen) => save('bonusCap', value, seen)}
          />
        </Field>
        <Field label="折算为" hint="计入上一级考核的分数，加分不折算">
          <OptionalPointsField
            {...common}
            label="折算为"
            isPositive
            placeholder="不折算"
            value={settings.convertTo}
            onCommit={(value, seen) => save('convertTo', value, seen)}
          />
        </Field>
        <Field label="折算办法的依据" grows>
          <TextField
            {...common}
            label="折算办法的依据"
            most={SOURCE_CHARACTERS}
            placeholder="没有文件规定时空着"
            value={settings.convertSource}
            onCommit={(value, seen) => save('convertSource', value, seen)}
          />
        </Field>
        <Field label="没有考评分的项" hint="核定分、复核分总是先于考评分">
          <Select
            {...common}
            aria-label="没有考评分的项"
            style={{ width: 150 }}
            value={settings.selfCounts}
            options={[false, true].map((value) => ({ value, label: selfCountsName(value) }))}
            onChange={(value) => save('selfCounts', value, settings.selfCounts)}
          />
        </Field>
      </div>
      <div className={styles.line}>
        <Field label="几名评委评分时" hint="每项等评委都评了才算出考评分">
          <Select
            {...common}
            aria-label="几名评委评分时"
            style={{ width: 300 }}
            value={settings.judges}
            options={judgesWays}
            onChange={(value) => save('judges', value, settings.judges)}
          />
        </Field>
        <Field label="评委分算法的依据" grows>
          <TextField
            {...common}
            label="评委分算法的依据"
            most={SOURCE_CHARACTERS}
            placeholder="没有文件规定时空着"
            value={settings.judgesSource}
            onCommit={(value, seen) => save('judgesSource', value, seen)}
          />
        </Field>
      </div>
      <div className={styles.line}>
        <Field label="同分时">
          <Radio.Group
            {...common}
            value={settings.ties}
            onChange={({ target }) => save('ties', target.value as SchemeSettings['ties'], settings.ties)}
            options={(['skip', 'dense'] as const).map((value) => ({ value, label: tiesNames[value] }))}
          />
        </Field>
        <Field label="同分办法的依据" grows>
          <TextField
            {...common}
            label="同分办法的依据"
            most={SOURCE_CHARACTERS}
            placeholder="没有文件规定时空着"
            value={settings.tiesSource}
            onCommit={(value, seen) => save('tiesSource', value, seen)}
          />
        </Field>
      </div>
    </div>
  );
}

function HeadFields() {
  const { scheme, isEditable, patches } = useEditor();
  const { uid } = scheme;
  const common = { disabled: !isEditable };
  const text = (name: 'title' | 'documentNumber' | 'issuer' | 'notes') => (value: string, seen: string) =>
    patches.scheme({ uid, base: { [name]: seen }, set: { [name]: value } });

  return (
    <>
      <h3 className={styles.heading}>方案</h3>
      <div className={styles.line}>
        <Field label="方案名称" grows>
          <TextField
            {...common}
            label="方案名称"
            isRequired
            most={100}
            value={scheme.title}
            onCommit={text('title')}
          />
        </Field>
        <Field label="适用对象">
          <Select
            {...common}
            aria-label="适用对象"
            style={{ width: 150 }}
            value={scheme.appliesTo}
            options={appliesToOptions}
            onChange={(appliesTo) =>
              patches.scheme({ uid, base: { appliesTo: scheme.appliesTo }, set: { appliesTo } })
            }
          />
        </Field>
        <Field label="文件写明的满分" hint="用来核对">
          <OptionalPointsField
            {...common}
            label="文件写明的满分"
            placeholder="没写明"
            value={scheme.statedPoints}
            onCommit={(statedPoints, seen) =>
              patches.scheme({ uid, base: { statedPoints: seen }, set: { statedPoints } })
            }
          />
        </Field>
      </div>
      <div className={styles.line}>
        <Field label="文号" grows>
          <TextField
            {...common}
            label="文号"
            most={60}
            value={scheme.documentNumber}
            onCommit={text('documentNumber')}
          />
        </Field>
        <Field label="发文单位" grows>
          <TextField {...common} label="发文单位" most={60} value={scheme.issuer} onCommit={text('issuer')} />
        </Field>
      </div>
      <Field label="说明" hint="印在表下">
        <TextField
          {...common}
          label="说明"
          most={4_000}
          lines={{ least: 2, most: 8, characters: 70 }}
          value={scheme.notes}
          onCommit={text('notes')}
        />
      </Field>
    </>
  );
}
