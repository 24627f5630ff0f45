import { Select } from 'antd';
import { useEditor } from '../editor/editor-context.ts';
import { Field } from '../editor/field.tsx';
import { OptionalPointsField, TextField } from '../fields/fields.tsx';
import { appliesToOptions } from '../model/names.ts';
import { GradeTable } from './grade-table.tsx';
import { QuotaFields } from './quota-fields.tsx';
import type { SaveSetting } from './save-setting.ts';
import styles from './settings-form.module.css';
import { SourceField } from './source-field.tsx';
import { TotalFields } from './total-fields.tsx';

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
        <SourceField
          {...common}
          name="gradesSource"
          label="等次界限的依据"
          settings={settings}
          onSave={save}
        />
      </div>
      <QuotaFields {...common} settings={settings} onSave={save} />
      <TotalFields {...common} settings={settings} onSave={save} />
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
