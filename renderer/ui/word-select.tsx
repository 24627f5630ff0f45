import { type RefSelectProps, Select, type SelectProps } from 'antd';
import { useFirstFocus } from './first-focus.ts';
import { TabLeaves } from './tab-leaves.tsx';

interface WordSelectProps<Value> extends SelectProps<Value> {
  options: { value: string; label: string }[];
  /** It has the focus as soon as it is there. */
  isFirst?: boolean;
}

/** Chooses from a list of words, found by typing a part of them; a field of a form. */
export function WordSelect<Value>({ isFirst = false, ...props }: WordSelectProps<Value>) {
  const field = useFirstFocus<RefSelectProps>();
  return (
    <TabLeaves>
      <Select<Value>
        {...props}
        showSearch={{ optionFilterProp: 'label' }}
        {...(isFirst ? { ref: field } : {})}
      />
    </TabLeaves>
  );
}
