import { shortDay } from '../../calendar/days.ts';
import type { Clash, Help } from './clashes.ts';
import { namesOf, type Names, ROLE_WORDS } from './names.ts';
import type { ScheduleProblem } from './problem.ts';
import type { Shortage } from './shortages.ts';

export interface ClashWords {
  /** What does not go together. */
  text: string;
  /** What would help. */
  help: string;
}

export function clashWords(problem: ScheduleProblem, clash: Clash): ClashWords {
  const names = namesOf(problem);
  switch (clash.kind) {
    case 'shortage':
      return {
        text: `${shortageWords(names, clash.shortage, names.team(clash.teamId), shortDay(clash.day))}，${names.place(clash.placeId)}排不进去`,
        help: shortageHelp(names, clash.shortage, clash.help),
      };
    case 'placeTooLong':
      return {
        text: `${names.place(clash.placeId)}要检查${clash.minutes}分钟，一天最多${clash.most}分钟`,
        help: '可把它分成两处，或放宽一天的检查时间',
      };
    case 'pinnedDayOff':
      return {
        text: `固定安排“${names.pin(clash.pin)}”的日子${clash.name === null ? '不在督查时间之内' : `是${clash.name}`}`,
        help: '请换一天，或取消这条固定安排',
      };
    case 'countyDays':
      return {
        text: `${names.county(clash.countyId)}的场所至少要${clash.need}天，最多只能去${clash.most}天`,
        help: `可把天数放宽到${clash.need}天，或减少几处`,
      };
    case 'teamDays':
      return {
        text: `全部场所至少要${clash.need}个组日，各组一共只有${clash.have}个组日`,
        help: `可延长${extraDays(problem, clash.need - clash.have)}天，增加一个组，或减少几处`,
      };
    case 'full':
      return {
        text: `${names.places(clash.placeIds)}只有${names.teams(clash.teamIds)}能去，这些组的日程已经排满`,
        help: '可延长一两天，给其他组补上缺的人员，或减少几处',
      };
    case 'pins':
      return {
        text: `固定安排${clash.pins.map((pin) => `“${names.pin(pin)}”`).join('、')}${clash.isProved ? '不能同时做到' : '没有办法都做到'}`,
        help: '请取消其中一条，或换一天、换一个组',
      };
  }
}

/** Such as “第3组9月12日只有2人持电气专长，需要3人（张三请假、李四回避）”. */
export function shortageWords(names: Names, shortage: Shortage, team: string, day: string): string {
  const away = [
    ...shortage.onLeave.map((id) => `${names.person(id)}请假或另有督查`),
    ...shortage.recused.map((id) => `${names.person(id)}回避`),
  ];
  const why = away.length === 0 ? '' : `（${away.join('、')}）`;
  return `${team}${day}${havesWords(shortage)}${why}`;
}

function havesWords({ of, have, need }: Shortage): string {
  switch (of.kind) {
    case 'people':
      return `只有${have}人可以去，需要${need}人`;
    case 'role':
      return `只有${have}名${ROLE_WORDS[of.role]}可以去，需要${need}名`;
    case 'skill':
      return `只有${have}人持${of.skill}专长，需要${need}人`;
    case 'seats':
      return `车上只有${have}个座位，需要${need}个`;
  }
}

function shortageHelp(names: Names, { of }: Shortage, { otherDays, otherTeamIds }: Help): string {
  const lacking = {
    people: '可请外县支援人员',
    role: `可请外县支援${of.kind === 'role' ? ROLE_WORDS[of.role] : ''}`,
    skill: `可请外县支援持${of.kind === 'skill' ? of.skill : ''}专长的人员`,
    seats: '可换一辆座位多的车，或加派一辆车',
  }[of.kind];
  return [
    ...(otherDays.length === 0 ? [] : [`可改在${shortDay(otherDays[0] ?? '')}`]),
    ...(otherTeamIds.length === 0 ? [] : [`可改由${names.teams(otherTeamIds)}去`]),
    lacking,
    '也可减少这一处',
  ].join('；');
}

function extraDays({ teams }: ScheduleProblem, missing: number): number {
  return Math.ceil(missing / Math.max(1, teams.length));
}
