import { Dropdown } from 'antd';
import { useState } from 'react';
import { personLoads } from '#shared/rules/schedule/aims.ts';
import { ROLE_WORDS } from '#shared/rules/schedule/names.ts';
import type { ScheduleProblem } from '#shared/rules/schedule/problem.ts';
import type { Board } from './board.ts';
import styles from './schedules.module.css';
import type { Edit } from './use-schedule.ts';

interface Carried {
  list: 'person' | 'vehicle';
  id: string;
}

const NOBODY = 'none';

/** Who and what is in which team: dragged, or chosen from a menu. Who was put by hand stays there. */
export function TeamsBoard({ board, edit }: { board: Board; edit: Edit | null }) {
  const { problem, plan } = board;
  const [carried, setCarried] = useState<Carried | null>(null);
  const [over, setOver] = useState<string | null>(null);
  const loads = personLoads(problem, plan);

  function put({ list, id }: Carried, teamId: string | null): void {
    if (list === 'person') edit?.({ kind: 'person', inspectorId: id, teamId });
    else edit?.({ kind: 'vehicle', vehicleId: id, teamId });
  }

  const memberIds = new Set(plan.teams.flatMap((team) => team.memberIds));
  const vehicleIds = new Set(plan.teams.flatMap((team) => team.vehicleIds));
  const boxes = [
    ...problem.teams.map(({ id, name }) => {
      const own = plan.teams.find(({ teamId }) => teamId === id);
      return {
        id,
        name,
        people: problem.inspectors.filter((person) => own?.memberIds.includes(person.id)),
        vehicles: problem.vehicles.filter((vehicle) => own?.vehicleIds.includes(vehicle.id)),
      };
    }),
    {
      id: NOBODY,
      name: '不在组里',
      people: problem.inspectors.filter(({ id }) => !memberIds.has(id)),
      vehicles: problem.vehicles.filter(({ id }) => !vehicleIds.has(id)),
    },
  ];

  const chip = (
    list: Carried['list'],
    each: { id: string; name: string; teamId: string | null },
    note: string,
  ) => (
    <Dropdown
      key={each.id}
      trigger={['click']}
      disabled={edit === null}
      menu={{
        items: [
          ...problem.teams.map(({ id, name }) => ({ key: id, label: `到${name}` })),
          { key: NOBODY, label: '不定组' },
        ],
        onClick: ({ key }) => put({ list, id: each.id }, key === NOBODY ? null : key),
      }}
    >
      <button
        type="button"
        className={styles.person}
        data-fixed={each.teamId !== null}
        title={each.teamId === null ? note : `${note}，手工定在这个组`}
        draggable={edit !== null}
        onDragStart={() => setCarried({ list, id: each.id })}
        onDragEnd={() => {
          setCarried(null);
          setOver(null);
        }}
      >
        {each.name} <span className={styles.grey}>{note}</span>
      </button>
    </Dropdown>
  );

  return (
    <div className={styles.sheet}>
      <div className={styles.teams}>
        {boxes.map(({ id, name, people, vehicles }) => (
          <div
            key={id}
            role="presentation"
            className={styles.team}
            data-over={over === id}
            onDragOver={(event) => {
              event.preventDefault();
              setOver(id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (carried !== null) put(carried, id === NOBODY ? null : id);
              setCarried(null);
              setOver(null);
            }}
          >
            <h3>
              {name} <span className={styles.grey}>{people.length} 人</span>
            </h3>
            <div className={styles.people}>
              {people.map((person) => chip('person', person, noteOf(person, loads.get(person.id))))}
              {vehicles.map((vehicle) => chip('vehicle', vehicle, `${vehicle.seats} 座`))}
            </div>
          </div>
        ))}
      </div>
    </div>
  );
}

function noteOf({ roles }: ScheduleProblem['inspectors'][number], load: number | undefined): string {
  const role = roles.includes('leader') ? ROLE_WORDS.leader : '';
  return [role, load === undefined ? '' : `${load} 点`].filter((part) => part !== '').join(' ');
}
