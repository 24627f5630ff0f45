import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber, Segmented } from 'antd';
import type { FireEntry, FireWords, PlaceFires } from '#shared/contract/fire-figures.ts';
import { type FigureState, figureStateNames, figureStates } from '#shared/rules/fire-figures/figures.ts';
import { fireSplits, noParts, splitNames } from '#shared/rules/fire-figures/parts.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';
import { api, client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import { SidePanel } from '#renderer/ui/side-panel.tsx';
import styles from './fire-figures.module.css';
import { PartsFields } from './parts-fields.tsx';
import { figuresOfTyped, partsOfTyped, typedOf, type TypedParts } from './typed-parts.ts';
import { useFireWords } from './use-fire-words.ts';
import { doubtsOf, fireTables } from './words.ts';

interface FirePanelProps {
  place: PlaceFires;
  month: string;
  mayEdit: boolean;
  /** Shows the townships of a county; null: of a township. */
  onTownships: (() => void) | null;
  onClose: () => void;
}

interface Values {
  fires: number;
  deaths: number;
  injuries: number;
  /** In 万元, as it is typed. */
  loss: string;
  state: FigureState;
  source: string;
  parts: TypedParts;
}

/** A county's or township's month: entered or corrected here, with what was entered before below. */
export function FirePanel({ place, month, mayEdit, onTownships, onClose }: FirePanelProps) {
  const { organizationUid, entry, name } = place;
  const enter = useOperation(client.fireFigures.enter, {
    success: `已登记“${name}”${month} 的火灾数据`,
    undoable: true,
  });

  const words = useFireWords();

  function submit({ parts, fires, deaths, injuries, loss, state, source }: Values): void {
    if (organizationUid === null || words === undefined) return;
    const figures = { fires, deaths, injuries, loss: fenOfTenThousands(loss) ?? 0 };
    const given = { month, organizationUid, seenUid: entry?.uid ?? null, state, source };
    void enter.run({ ...given, ...figures, parts: partsOfTyped(words, parts) });
  }

  return (
    <SidePanel title={`${name} ${month}`} width={460} onClose={onClose}>
      {doubtsOf(place).map((text) => (
        <Alert key={text} type="warning" showIcon title={text} className={styles.short ?? ''} />
      ))}
      {onTownships !== null && (
        <Button className={styles.townships ?? ''} onClick={onTownships}>
          看各乡镇(街道)
        </Button>
      )}
      <FireForm
        // Begins anew where what is stored changed.
        key={entry?.uid ?? ''}
        entry={entry}
        words={words}
        mayEdit={mayEdit}
        running={enter.running}
        onSubmit={submit}
      />
      {organizationUid !== null && <Entries month={month} organizationUid={organizationUid} />}
    </SidePanel>
  );
}

interface FireFormProps {
  entry: FireEntry | null;
  words: FireWords | undefined;
  mayEdit: boolean;
  running: boolean;
  onSubmit: (values: Values) => void;
}

/** Holds its own values: those of a form that outlives it would go before the ones it begins with. */
function FireForm({ entry, words, mayEdit, running, onSubmit }: FireFormProps) {
  const [form] = Form.useForm<Values>();
  const whole = figuresOfTyped(Form.useWatch((values) => values, form) ?? {});
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      disabled={!mayEdit}
      initialValues={initialOf(entry)}
      onFinish={onSubmit}
    >
      <div className={styles.figures}>
        <CountField name="fires" label="起数" unit="起" />
        <CountField name="deaths" label="死亡" unit="人" />
        <CountField name="injuries" label="受伤" unit="人" />
      </div>
      <Form.Item
        name="loss"
        label="直接财产损失"
        rules={[
          {
            validator: (_, text: string) =>
              fenOfTenThousands(text) === null
                ? Promise.reject(new Error('请写成 12.5 这样的万元数，没有损失填 0'))
                : Promise.resolve(),
          },
        ]}
      >
        <Input suffix="万元" autoComplete="off" inputMode="decimal" />
      </Form.Item>
      {words !== undefined && <PartsFields words={words} stored={entry?.parts ?? noParts} whole={whole} />}
      <Form.Item name="state" label="数据状态">
        <Segmented options={figureStates.map((value) => ({ value, label: figureStateNames[value] }))} />
      </Form.Item>
      <Form.Item name="source" label="来源">
        <Input maxLength={100} autoComplete="off" placeholder="如 市消防救援支队月报" />
      </Form.Item>
      {mayEdit && (
        <Button type="primary" htmlType="submit" loading={running}>
          {entry === null ? '登记' : '登记更正'}
        </Button>
      )}
    </Form>
  );
}

function CountField({ name, label, unit }: { name: keyof Values; label: string; unit: string }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: '没有发生的请填 0' }]}>
      <InputNumber min={0} max={9_999_999} precision={0} suffix={unit} style={{ width: '100%' }} />
    </Form.Item>
  );
}

function Entries({ month, organizationUid }: { month: string; organizationUid: string }) {
  const { data = [] } = useQuery(
    api.fireFigures.entries.queryOptions({ input: { month, organizationUid }, meta: { tables: fireTables } }),
  );
  if (data.length < 2) return null;
  return (
    <>
      <h3>登记过的数字</h3>
      <ul className={styles.entries}>
        {data.map((entry) => (
          <li key={entry.uid}>{entryText(entry)}</li>
        ))}
      </ul>
    </>
  );
}

function entryText({
  fires,
  deaths,
  injuries,
  loss,
  state,
  source,
  enteredAt,
  enteredBy,
  parts,
}: FireEntry): string {
  const figures = `${fires} 起，死亡 ${deaths}，受伤 ${injuries}，损失 ${tenThousandsText(loss)} 万元`;
  const when = new Date(enteredAt).toLocaleDateString('zh-CN');
  const splits = fireSplits.filter((split) => parts[split].length > 0).map((split) => splitNames[split]);
  const told = splits.length === 0 ? '' : `，按${splits.join('、')}分了类`;
  return `${figureStateNames[state]}：${figures}${told}${source === '' ? '' : `(${source})`}，${enteredBy} ${when}`;
}

function initialOf(entry: FireEntry | null): Partial<Values> {
  if (entry === null) return { loss: '', state: 'flash', source: '', parts: typedOf(noParts) };
  const { fires, deaths, injuries, loss, state, source, parts } = entry;
  return {
    fires,
    deaths,
    injuries,
    loss: tenThousandsText(loss),
    state,
    source,
    parts: typedOf(parts),
  };
}
