import { Link } from 'react-router';

interface PersonNameProps {
  readonly name: string;
  readonly to?: string;
}

/** A person's name never breaks in the middle. */
export function PersonName({ name, to }: PersonNameProps) {
  const text = <span style={{ whiteSpace: 'nowrap' }}>{name}</span>;
  return to ? <Link to={to}>{text}</Link> : text;
}
