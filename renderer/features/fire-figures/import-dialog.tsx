import { Segmented } from 'antd';
import { type FigureState, figureStateNames, figureStates } from '#shared/rules/fire-figures/figures.ts';
import { client } from '#renderer/app/client.ts';
import { ListImport, type OptionFieldsProps } from '#renderer/ui/table-import/list-import.tsx';

interface Options {
  month: string;
  state: FigureState;
}

interface ImportDialogProps {
  month: string;
  /** What was pasted on the page; null: it is pasted here, or a file chosen. */
  text: string | null;
  onClose: () => void;
}

export function ImportDialog({ month, text, onClose }: ImportDialogProps) {
  return (
    <ListImport<Options>
      what={`${month} 火灾数据`}
      unit="行"
      hint="一行一个县(市、区)或乡镇(街道)，连标题行一起：县(市、区)、乡镇(街道)(没有就不要这一列)、起数、死亡、受伤、直接财产损失(万元)、来源；按原因、场所分的可以另加“电气”“住宅”“电气损失”这样的列。没有发生的填 0，空着的会问您；和已登记的不一样的作为更正，原来的数字保留；先核对，再导入。"
      text={text}
      read={client.fireFigures.readTable}
      take={client.fireFigures.importTable}
      firstOptions={{ month, state: 'flash' }}
      OptionFields={StateField}
      onClose={onClose}
    />
  );
}

function StateField({ options, onChange }: OptionFieldsProps<Options>) {
  return (
    <Segmented<FigureState>
      aria-label="数据状态"
      value={options.state}
      options={figureStates.map((value) => ({ value, label: figureStateNames[value] }))}
      onChange={(state) => onChange({ ...options, state })}
    />
  );
}
