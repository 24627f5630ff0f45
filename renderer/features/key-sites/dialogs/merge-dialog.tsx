import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { KeySite, KeySiteFields } from '#shared/contract/key-sites.ts';
import { client } from '#renderer/app/client.ts';
import { useOperation } from '#renderer/app/operations/use-operation.tsx';
import styles from '../key-sites.module.css';
import { fieldLabels, fieldsOf, kindText, placeText } from '../words.ts';

interface MergeDialogProps {
  keep: KeySite;
  drop: KeySite;
  onDone: (keptUid: string) => void;
  onClose: () => void;
}

type Field = keyof KeySiteFields;
type Side = 'keep' | 'drop' | 'both';

const fields = Object.keys(fieldLabels) as Field[];

/** Two entries of one site, field by field; one entry is left with the chosen values. */
export function MergeDialog({ keep, drop, onDone, onClose }: MergeDialogProps) {
  const [seen] = useState({ keep: fieldsOf(keep), drop: fieldsOf(drop) });
  const [sides, setSides] = useState<Record<string, Side>>(() =>
    Object.fromEntries(fields.map((field) => [field, firstSide(field, keep, drop)])),
  );
  const merge = useOperation(client.keySites.merge, { success: '已合并成一家', undoable: true });
  const differing = fields.filter((field) => textOf(keep, field) !== textOf(drop, field));

  async function submit(): Promise<void> {
    const values = chosenValues(seen.keep, seen.drop, sides);
    const outcome = await merge.run({ keepUid: keep.uid, dropUid: drop.uid, seen, values });
    if (outcome.done) onDone(outcome.value.uid);
  }

  return (
    <Modal
      open
      width={760}
      title="合并成一家"
      okText="合并"
      cancelText="取消"
      confirmLoading={merge.running}
      mask={{ closable: false }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <p className={styles.hint}>选好每一项保留哪边的内容。合并后只留一条登记，可以撤销。</p>
      <table className={styles.merge}>
        <thead>
          <tr>
            <th scope="col">项目</th>
            <th scope="col">第一条</th>
            <th scope="col">第二条</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) =>
            differing.includes(field) ? (
              <tr key={field}>
                <th scope="row">{fieldLabels[field]}</th>
                {(['keep', 'drop'] as const).map((side) => (
                  <td key={side}>
                    <Radio
                      checked={sides[field] === side}
                      onChange={() => setSides({ ...sides, [field]: side })}
                    >
                      {textOf(side === 'keep' ? keep : drop, field) || '(空)'}
                    </Radio>
                    {field === 'kindUids' && side === 'drop' && (
                      <div>
                        <Radio
                          checked={sides[field] === 'both'}
                          onChange={() => setSides({ ...sides, [field]: 'both' })}
                        >
                          两边的都要
                        </Radio>
                      </div>
                    )}
                  </td>
                ))}
              </tr>
            ) : (
              textOf(keep, field) !== '' && (
                <tr key={field}>
                  <th scope="row">{fieldLabels[field]}</th>
                  <td colSpan={2}>{textOf(keep, field)}</td>
                </tr>
              )
            ),
          )}
        </tbody>
      </table>
    </Modal>
  );
}

/** What is filled in where only one of them is; all kinds of both; still on the ledger where one of them is. */
function firstSide(field: Field, keep: KeySite, drop: KeySite): Side {
  if (field === 'kindUids') return 'both';
  if (field === 'closedOn') return drop.closedOn === null ? 'drop' : 'keep';
  return textOf(keep, field) === '' ? 'drop' : 'keep';
}

function chosenValues(
  keep: KeySiteFields,
  drop: KeySiteFields,
  sides: Readonly<Record<string, Side>>,
): KeySiteFields {
  const taken = fields.filter((field) => sides[field] === 'drop').map((field) => [field, drop[field]]);
  const values: KeySiteFields = { ...keep, ...Object.fromEntries(taken) };
  if (sides.kindUids === 'both') values.kindUids = [...new Set([...keep.kindUids, ...drop.kindUids])];
  return values;
}

function textOf(site: KeySite, field: Field): string {
  switch (field) {
    case 'organizationUid':
      return placeText(site);
    case 'tradeUid':
      return site.tradeName;
    case 'kindUids':
      return kindText(site);
    case 'closedOn':
      return site.closedOn ?? '';
    default:
      return site[field];
  }
}
