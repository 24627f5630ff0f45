import { Checkbox } from 'antd';
import type { Ref } from 'react';
import type { Paper } from '#shared/rules/papers/model.ts';
import { BodyEditor } from '#renderer/ui/paper-editor/body-editor.tsx';
import type { BodyEditorHandle, ResolutionMarks } from '#renderer/ui/paper-editor/types.ts';
import { TextField } from './fields.tsx';

export interface ContentProps {
  paper: Paper;
  change: (part: Partial<Paper>) => void;
  mayEdit: boolean;
}

interface TextTabProps extends ContentProps {
  /** Where decided items can be marked in the text. */
  marks?: ResolutionMarks;
  ref?: Ref<BodyEditorHandle>;
}

/** Title, addressee, body, and who was there. */
export function TextTab({ paper, change, mayEdit, marks, ref }: TextTabProps) {
  const disabled = !mayEdit;
  return (
    <>
      <TextField
        label="标题"
        hint="要在哪里换行，就在哪里回车"
        value={paper.title}
        onChange={(title) => change({ title })}
        disabled={disabled}
        maxLength={200}
        lines={4}
      />
      {paper.layout !== 'minutes' && (
        <>
          <TextField
            label="主送"
            value={paper.addressee}
            onChange={(addressee) => change({ addressee })}
            disabled={disabled}
            maxLength={2_000}
            placeholder="各县(市、区)消防安全委员会，各成员单位"
            lines={5}
          />
          {paper.addressee.length > 120 && paper.endMatter !== null && (
            <Checkbox
              checked={paper.addresseeInEndMatter}
              disabled={disabled}
              onChange={(event) => change({ addresseeInEndMatter: event.target.checked })}
            >
              主送机关太多，移到版记
            </Checkbox>
          )}
        </>
      )}
      <BodyEditor
        label="正文"
        value={paper.body}
        readOnly={disabled}
        onChange={(body) => change({ body })}
        {...(marks === undefined ? {} : { marks })}
        {...(ref === undefined ? {} : { ref })}
      />
      {paper.attendance.map(({ label, people }, index) => (
        <TextField
          key={label}
          label={label}
          value={people}
          onChange={(next) => change({ attendance: paper.attendance.with(index, { label, people: next }) })}
          disabled={disabled}
          maxLength={4_000}
          lines={5}
        />
      ))}
    </>
  );
}
