import { shortDay } from '../../calendar/days.ts';
import { namesOf, type Names, ROLE_WORDS } from './names.ts';
import type { ScheduleProblem } from './problem.ts';
import type { Violation } from './violations.ts';

const KINDS = { team: '督查组', county: '区县', place: '检查场所', inspector: '人员', vehicle: '车辆' };

/** A broken hard rule as one plain sentence. */
export function violationWords(problem: ScheduleProblem, violation: Violation): string {
  const names = namesOf(problem);
  if (!('teamId' in violation)) return wholeWords(names, violation);
  return `${names.team(violation.teamId)}${shortDay(violation.day)}${tripWords(names, violation)}`;
}

type OfTrip = Extract<Violation, { teamId: string }>;
type OfWhole = Exclude<Violation, OfTrip>;

function tripWords(names: Names, violation: OfTrip): string {
  switch (violation.rule) {
    case 'outsideDays':
      return '不在督查时间之内';
    case 'dayOff':
      return `是${violation.name}，不安排检查`;
    case 'emptyTrip':
      return '出动了，但没有要检查的场所';
    case 'teamInTwoPlaces':
      return '排了两次出动';
    case 'otherCounty':
      return `在${names.county(violation.countyId)}，而${names.place(violation.placeId)}不在那里`;
    case 'dayTooLong':
      return `要检查${violation.have}分钟，一天最多${violation.most}分钟`;
    case 'crewSize':
      return `有${violation.have}人出动，应当是${violation.least}至${violation.most}人`;
    case 'roleShort':
      return `只有${violation.have}名${ROLE_WORDS[violation.role]}，需要${violation.need}名`;
    case 'skillShort': {
      const where = violation.placeId === null ? '' : `检查${names.place(violation.placeId)}，`;
      return `${where}只有${violation.have}人持${violation.skill}专长，需要${violation.need}人`;
    }
    case 'seatsShort':
      return `车上只有${violation.have}个座位，需要${violation.need}个`;
    case 'notMember':
      return `的出动人员${names.person(violation.inspectorId)}不是本组成员`;
    case 'onLeave':
      return `出动时，${names.person(violation.inspectorId)}请假或另有督查`;
    case 'ownUnit':
      return `检查${names.place(violation.placeId)}时，${names.person(violation.inspectorId)}应当回避：这是本人所在单位`;
    case 'homeCounty':
      return `在${names.county(violation.countyId)}检查时，${names.person(violation.inspectorId)}应当回避：这是本人所在的县`;
  }
}

function wholeWords(names: Names, violation: OfWhole): string {
  switch (violation.rule) {
    case 'unknown':
      return `安排里的${KINDS[violation.what]}编号“${violation.id}”没有列出，请补上或改正编号`;
    case 'memberOfTwoTeams':
      return `${names.person(violation.inspectorId)}同时在两个组`;
    case 'notInFixedTeam':
      return `${names.person(violation.inspectorId)}不在指定的组`;
    case 'vehicleOfTwoTeams':
      return `${names.vehicle(violation.vehicleId)}同时派给了两个组`;
    case 'vehicleNotInFixedTeam':
      return `${names.vehicle(violation.vehicleId)}没有派给指定的组`;
    case 'visitedTwice':
      return `${names.place(violation.placeId)}排了两次`;
    case 'personInTwoPlaces':
      return `${names.person(violation.inspectorId)}${shortDay(violation.day)}排在了两处`;
    case 'mutualCounties':
      return `${violation.countyIds.map((id) => names.county(id)).join('与')}互相检查，同一轮里不可以`;
    case 'countyDays':
      return `${names.county(violation.countyId)}排了${violation.have}次出动，最多${violation.most}次`;
    case 'daysInARow': {
      const days = `${shortDay(violation.from)}至${shortDay(violation.to)}`;
      return `${names.person(violation.inspectorId)}${days}连续出动${violation.have}天，最多连续${violation.most}天`;
    }
    case 'pin':
      return `固定安排“${names.pin(violation.pin)}”没有做到`;
  }
}
