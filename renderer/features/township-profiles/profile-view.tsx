import type { ReactNode } from 'react';
import type { ProfileNumber, TownshipProfile } from '#shared/rules/township-profiles/profile.ts';
import {
  numberText,
  profileSections,
  type ProfileSection,
} from '#shared/rules/township-profiles/sections.ts';
import styles from './township-profiles.module.css';

interface ProfileViewProps {
  profile: TownshipProfile;
  onOpen: (number: ProfileNumber) => void;
}

/** What is told in words as tables, numbers as buttons that open what they count. */
export function ProfileView({ profile, onOpen }: ProfileViewProps) {
  const worded = profileSections({ ...profile, numbers: [] });
  return (
    <div className={styles.page}>
      {worded.map((section) => (
        <Part key={section.title} title={section.title}>
          <WordTable section={section} />
        </Part>
      ))}
      {profile.numbers.map(({ title, numbers }) => (
        <Part key={title} title={title}>
          <ul className={styles.numbers}>
            {numbers.map((number) => (
              <li key={number.measure}>
                <span>{number.name}</span>
                <button
                  type="button"
                  aria-label={`${number.name} ${numberText(number)}`}
                  onClick={() => onOpen(number)}
                >
                  {numberText(number)}
                </button>
              </li>
            ))}
          </ul>
        </Part>
      ))}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part} aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function WordTable({ section: { head, rows } }: { section: ProfileSection }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          {head.map((text) => (
            <th key={text}>{text}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((texts) => (
          <tr key={texts.join(' ')}>
            {texts.map((text, place) => (
              <td key={head[place]}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
