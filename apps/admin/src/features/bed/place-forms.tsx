import { Col, Form, Input, InputNumber, Row } from 'antd';

import { execute } from '../../api/execute.js';
import type { BedKind, PlaceKind, SexPolicy } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { ADD_BEDS, ADD_ROOMS, UPDATE_PLACE } from './bed.queries.js';
import { DayField } from './fields.js';
import { KindField } from './kind-form.js';
import { SexPolicyField } from './layout.drawer.js';
import { TOUCHED } from './outcome.js';
import { today } from '../../shared/today.js';

const NAME_MAX = 40;

export interface Place {
  readonly kind: PlaceKind;
  readonly id: string;
  readonly name: string;
  /** As people call it: a bed with its room. */
  readonly fullName: string;
  /** All beds in it, or the bed itself. */
  readonly bedIds: readonly string[];
  readonly version: number;
  readonly sexPolicy?: SexPolicy;
}

interface PlaceFormProps {
  readonly place: Place;
  readonly onClose: () => void;
}

export function RenameForm({ place, onClose }: PlaceFormProps) {
  const { t } = useText();
  const isRoom = place.kind === 'ROOM';
  const form = useApiForm<{ name: string; sexPolicy?: SexPolicy }, unknown>({
    draftKey: `place:${place.id}:${place.version}`,
    initial: { name: place.name, ...(place.sexPolicy ? { sexPolicy: place.sexPolicy } : {}) },
    save: async (values) => {
      const { kind, id, version } = place;
      return await execute(UPDATE_PLACE, { input: { ...values, kind, id, version } });
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={`${t(isRoom ? 'bed:structure.editRoom' : 'bed:structure.rename')} · ${place.fullName}`}
      form={form}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('bed:structure.name')}
        rules={[{ required: true, whitespace: true, message: t('rules:required') }]}
      >
        <Input maxLength={NAME_MAX} />
      </Form.Item>
      {isRoom ? <SexPolicyField /> : null}
    </FormDrawer>
  );
}

function CountFields({ countLabel }: { readonly countLabel: string }) {
  const { t } = useText();
  const required = { required: true, message: t('rules:required') };
  return (
    <Row gutter={16}>
      <Col span={12}>
        <Form.Item name="count" label={countLabel} rules={[required]}>
          <InputNumber min={1} max={100} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Col>
      <Col span={12}>
        <Form.Item name="start" label={t('bed:structure.start')} rules={[required]}>
          <InputNumber min={0} max={9999} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Col>
    </Row>
  );
}

interface RoomsValues {
  count: number;
  start: number;
  pattern: string;
  bedsPerRoom: number;
  bedPattern: string;
  sexPolicy: SexPolicy;
  kind: BedKind;
  openedOn: string;
}

export function AddRoomsForm(props: PlaceFormProps & { readonly start: number }) {
  const { t } = useText();
  const form = useApiForm<RoomsValues, unknown>({
    draftKey: `add-rooms:${props.place.id}`,
    initial: {
      count: 1,
      start: props.start,
      pattern: '{f}{nn}',
      bedsPerRoom: 2,
      bedPattern: '{n}',
      sexPolicy: 'ANY',
      kind: 'ORDINARY',
      openedOn: today(),
    },
    save: async (values) =>
      await execute(ADD_ROOMS, { input: { ...values, floorId: props.place.id } }),
    invalidates: [...TOUCHED],
    onSaved: props.onClose,
  });
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={`${t('bed:structure.addRooms')} · ${props.place.fullName}`}
      form={form}
      onClose={props.onClose}
    >
      <CountFields countLabel={t('bed:structure.count')} />
      <Form.Item name="pattern" label={t('bed:structure.roomPattern')} rules={[required]}>
        <Input maxLength={NAME_MAX} />
      </Form.Item>
      <Form.Item name="bedsPerRoom" label={t('bed:structure.bedsPerRoom')} rules={[required]}>
        <InputNumber min={1} max={12} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name="bedPattern"
        label={t('bed:structure.bedPattern')}
        extra={t('bed:structure.patternNote')}
        rules={[required]}
      >
        <Input maxLength={NAME_MAX} />
      </Form.Item>
      <SexPolicyField />
      <KindField />
      <DayField name="openedOn" label={t('bed:structure.openedOn')} isPlan />
    </FormDrawer>
  );
}

interface BedsValues {
  count: number;
  start: number;
  pattern: string;
  kind: BedKind;
  openedOn: string;
}

export function AddBedsForm(props: PlaceFormProps & { readonly start: number }) {
  const { t } = useText();
  const form = useApiForm<BedsValues>({
    draftKey: `add-beds:${props.place.id}`,
    initial: {
      count: 1,
      start: props.start,
      pattern: '{n}',
      kind: 'ORDINARY',
      openedOn: today(),
    },
    save: async (values) =>
      await execute(ADD_BEDS, { input: { ...values, roomId: props.place.id } }),
    invalidates: [...TOUCHED],
    onSaved: props.onClose,
  });
  return (
    <FormDrawer
      title={`${t('bed:structure.addBeds')} · ${props.place.fullName}`}
      form={form}
      onClose={props.onClose}
    >
      <CountFields countLabel={t('bed:structure.count')} />
      <Form.Item
        name="pattern"
        label={t('bed:structure.bedPattern')}
        extra={t('bed:structure.patternNote')}
        rules={[{ required: true, message: t('rules:required') }]}
      >
        <Input maxLength={NAME_MAX} />
      </Form.Item>
      <KindField />
      <DayField name="openedOn" label={t('bed:structure.openedOn')} isPlan />
    </FormDrawer>
  );
}
