import { Collapse, Form, Input, InputNumber } from 'antd';
import type { FireWords } from '#shared/contract/fire-figures.ts';
import type { FireFigures } from '#shared/rules/fire-figures/figures.ts';
import {
  type FireParts,
  type FireSplit,
  fireSplits,
  leftOver,
  splitNames,
  UNCLASSIFIED,
} from '#shared/rules/fire-figures/parts.ts';
import { fenOfTenThousands, tenThousandsText } from '#shared/rules/money.ts';
import styles from './fire-figures.module.css';
import { figuresOfTyped, type TypedPart } from './typed-parts.ts';

const counts = [
  { key: 'fires', name: '起数' },
  { key: 'deaths', name: '死亡' },
  { key: 'injuries', name: '受伤' },
] as const;

interface PartsFieldsProps {
  words: FireWords;
  /** What is stored: what has parts is shown open. */
  stored: FireParts;
  /** What is typed above. */
  whole: FireFigures;
}

/** What is known of trades and causes, within the form of the four figures; all of it may stay empty. */
export function PartsFields({ words, stored, whole }: PartsFieldsProps) {
  return (
    <Collapse
      size="small"
      className={styles.parts ?? ''}
      defaultActiveKey={fireSplits.filter((split) => stored[split].length > 0)}
      items={fireSplits.map((split) => ({
        key: split,
        label: `按${splitNames[split]}(可以不填)`,
        // Typed lines count also while they are folded away.
        forceRender: true,
        children: <SplitFields split={split} words={words[split]} whole={whole} />,
      }))}
    />
  );
}

interface SplitFieldsProps {
  split: FireSplit;
  words: FireWords[FireSplit];
  whole: FireFigures;
}

function SplitFields({ split, words, whole }: SplitFieldsProps) {
  const form = Form.useFormInstance();
  const typed = Form.useWatch<Record<string, TypedPart> | undefined>(['parts', split], form);
  const rest = leftOver(
    whole,
    Object.values(typed ?? {}).map((part) => figuresOfTyped(part ?? {})),
  );
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th>{splitNames[split]}</th>
          {counts.map(({ key, name }) => (
            <th key={key}>{name}</th>
          ))}
          <th>损失(万元)</th>
        </tr>
      </thead>
      <tbody>
        {words.map(({ uid, name }) => (
          <tr key={uid}>
            <td>{name}</td>
            {counts.map(({ key, name: figure }) => (
              <td key={key}>
                <Form.Item name={['parts', split, uid, key]} noStyle>
                  <InputNumber
                    aria-label={`${name}${figure}`}
                    controls={false}
                    min={0}
                    max={9_999_999}
                    precision={0}
                  />
                </Form.Item>
              </td>
            ))}
            <td>
              <Form.Item
                name={['parts', split, uid, 'loss']}
                noStyle
                rules={[{ validator: (_, text: string | undefined) => moneyOrEmpty(name, text ?? '') }]}
              >
                <Input aria-label={`${name}损失(万元)`} autoComplete="off" inputMode="decimal" />
              </Form.Item>
            </td>
          </tr>
        ))}
        <tr>
          <td>{UNCLASSIFIED}</td>
          {counts.map(({ key }) => (
            <td key={key} data-over={rest[key] < 0}>
              {rest[key]}
            </td>
          ))}
          <td data-over={rest.loss < 0}>{tenThousandsText(rest.loss)}</td>
        </tr>
      </tbody>
    </table>
  );
}

function moneyOrEmpty(name: string, text: string): Promise<void> {
  return text.trim() === '' || fenOfTenThousands(text) !== null
    ? Promise.resolve()
    : Promise.reject(new Error(`“${name}”的损失请写成 12.5 这样的万元数`));
}
