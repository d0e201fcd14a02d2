import type { SelectProps } from 'antd';

export interface AboutOption {
  readonly value: string;
  readonly label: string;
  /** What tells it from the others; under its name, in as many lines as it takes. */
  readonly about: string;
}

/** An option of a list to choose from, of which the name alone does not tell what it is. */
export const aboutOption: NonNullable<SelectProps<unknown, AboutOption>['optionRender']> = ({
  data,
}) => (
  <div style={{ whiteSpace: 'normal', fontWeight: 'normal' }}>
    {data.label}
    <div className="yb-soft">{data.about}</div>
  </div>
);
