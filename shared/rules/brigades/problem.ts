import type { BrigadeFields } from '../../contract/brigades.ts';
import { courseOf } from './course.ts';
import { brigadeStageNames, brigadeStages } from './model.ts';

interface BrigadeProblem {
  field: 'drivers' | `${(typeof brigadeStages)[number]}DoneOn`;
  text: string;
}

/** What cannot be so: what is still to come is a plan; drivers are among the people. Null: nothing. */
export function brigadeProblem(fields: Omit<BrigadeFields, 'class'>, today: string): BrigadeProblem | null {
  const course = courseOf(fields);
  const early = brigadeStages.find((stage) => (course[stage].doneOn ?? '') > today);
  if (early !== undefined)
    return {
      field: `${early}DoneOn`,
      text: `${brigadeStageNames[early]}的完成日期还没有到，请填在计划日期里`,
    };
  const { people, drivers } = fields;
  if (people !== null && drivers !== null && drivers > people)
    return { field: 'drivers', text: '驾驶员不能多于人员总数' };
  return null;
}
