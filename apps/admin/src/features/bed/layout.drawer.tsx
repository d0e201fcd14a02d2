import { useQuery } from '@tanstack/react-query';
import { Alert, Col, Form, Input, InputNumber, Row, Segmented, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { BedKind, BedMapQuery, LayoutPreviewQuery, SexPolicy } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClear } from '../../shared/form/use-clear.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useCenter } from '../../shared/session.js';
import { LAY_OUT_BUILDING, LAYOUT_PREVIEW } from './bed.queries.js';
import { DayField } from './fields.js';
import { KindField } from './kind-form.js';
import { TOUCHED } from './outcome.js';
import { today } from '../../shared/today.js';

type Building = BedMapQuery['bedMap']['buildings'][number];
type Planned = LayoutPreviewQuery['layoutPreview'];

interface LayoutValues {
  buildingId?: string;
  buildingName?: string;
  floorFrom: number;
  floorCount: number;
  floorPattern: string;
  roomsPerFloor: number;
  roomStart: number;
  roomPattern: string;
  bedsPerRoom: number;
  bedPattern: string;
  sexPolicy: SexPolicy;
  kind: BedKind;
  openedOn: string;
}

const NAME_MAX = 40;

interface LayoutDrawerProps {
  readonly buildings: readonly Building[];
  readonly buildingId?: string | undefined;
  readonly onClose: () => void;
}

/** A whole house from a few numbers; what it will be called is seen before it is made. */
export function LayoutDrawer({ buildings, buildingId, onClose }: LayoutDrawerProps) {
  const { t } = useText();
  const center = useCenter();
  const form = useApiForm<LayoutValues, unknown>({
    draftKey: `layout:${center.id}`,
    initial: {
      ...(buildingId ? { buildingId } : {}),
      floorFrom: 1,
      floorCount: 1,
      floorPattern: t('bed:structure.floorDefault'),
      roomsPerFloor: 10,
      roomStart: 1,
      roomPattern: '{f}{nn}',
      bedsPerRoom: 2,
      bedPattern: '{n}',
      sexPolicy: 'ANY',
      kind: 'ORDINARY',
      openedOn: today(),
    },
    save: async (values, idempotencyKey) => {
      const input = { ...values, centerId: center.id, idempotencyKey };
      return await execute(LAY_OUT_BUILDING, { input });
    },
    invalidates: [...TOUCHED],
    onSaved: onClose,
  });
  const values = Form.useWatch([], form.form) as Partial<LayoutValues> | undefined;
  const preview = usePreview(values);
  const beds = (preview.data ?? []).flatMap(({ rooms }) => rooms.flatMap((room) => room.beds));
  return (
    <FormDrawer
      wide
      title={t('bed:structure.layOut')}
      form={form}
      submitText={t('bed:structure.create', { count: beds.length })}
      onClose={onClose}
    >
      <BuildingFields buildings={buildings} isNew={!values?.buildingId} />
      <NumberFields />
      {preview.isError ? (
        <Alert type="warning" showIcon title={t('bed:structure.previewFails')} />
      ) : null}
      {preview.data ? <Preview floors={preview.data} /> : null}
    </FormDrawer>
  );
}

function usePreview(values: Partial<LayoutValues> | undefined) {
  const center = useCenter();
  const isComplete =
    values !== undefined &&
    [values.floorPattern, values.roomPattern, values.bedPattern, values.openedOn].every(Boolean) &&
    [values.floorFrom, values.floorCount, values.roomsPerFloor, values.bedsPerRoom].every(
      (number) => typeof number === 'number',
    );
  return useQuery({
    queryKey: ['layout-preview', center.id, values],
    queryFn: async () => {
      const input = { ...(values as LayoutValues), centerId: center.id };
      return (await execute(LAYOUT_PREVIEW, { input })).layoutPreview;
    },
    enabled: isComplete,
    retry: false,
    placeholderData: (before) => before,
  });
}

function BuildingFields(props: {
  readonly buildings: readonly Building[];
  readonly isNew: boolean;
}) {
  const { t } = useText();
  const clear = useClear();
  const required = { required: true, message: t('rules:required') };
  return (
    <Row gutter={16}>
      {props.buildings.length > 0 ? (
        <Col xs={24} md={12}>
          <Form.Item name="buildingId" label={t('bed:structure.building')}>
            <Select
              allowClear={clear}
              placeholder={t('bed:structure.newBuilding')}
              options={props.buildings.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        </Col>
      ) : null}
      {props.isNew ? (
        <Col xs={24} md={12}>
          <Form.Item
            name="buildingName"
            label={t('bed:structure.buildingName')}
            rules={[{ ...required, whitespace: true }]}
          >
            <Input maxLength={NAME_MAX} />
          </Form.Item>
        </Col>
      ) : null}
    </Row>
  );
}

function NumberField(props: { name: keyof LayoutValues; label: string; min: number; max: number }) {
  const { t } = useText();
  return (
    <Col xs={12} md={8}>
      <Form.Item
        name={props.name}
        label={props.label}
        rules={[{ required: true, message: t('rules:required') }]}
      >
        <InputNumber min={props.min} max={props.max} precision={0} style={{ width: '100%' }} />
      </Form.Item>
    </Col>
  );
}

function PatternField(props: { name: keyof LayoutValues; label: string }) {
  const { t } = useText();
  return (
    <Col xs={12} md={8}>
      <Form.Item
        name={props.name}
        label={props.label}
        rules={[{ required: true, whitespace: true, message: t('rules:required') }]}
      >
        <Input maxLength={NAME_MAX} />
      </Form.Item>
    </Col>
  );
}

function NumberFields() {
  const { t } = useText();
  return (
    <>
      <Row gutter={16}>
        <NumberField name="floorFrom" label={t('bed:structure.floorFrom')} min={-5} max={60} />
        <NumberField name="floorCount" label={t('bed:structure.floorCount')} min={1} max={60} />
        <PatternField name="floorPattern" label={t('bed:structure.floorPattern')} />
        <NumberField
          name="roomsPerFloor"
          label={t('bed:structure.roomsPerFloor')}
          min={1}
          max={100}
        />
        <NumberField name="roomStart" label={t('bed:structure.roomStart')} min={0} max={9999} />
        <PatternField name="roomPattern" label={t('bed:structure.roomPattern')} />
        <NumberField name="bedsPerRoom" label={t('bed:structure.bedsPerRoom')} min={1} max={12} />
        <PatternField name="bedPattern" label={t('bed:structure.bedPattern')} />
        <Col xs={24} md={8}>
          <SexPolicyField />
        </Col>
        <Col xs={24} md={8}>
          <KindField />
        </Col>
      </Row>
      <p style={{ margin: '0 0 16px', color: 'var(--yb-ink-soft)' }}>
        {t('bed:structure.patternNote')}
      </p>
      <DayField name="openedOn" label={t('bed:structure.openedOn')} isPlan />
    </>
  );
}

export function SexPolicyField() {
  const { t } = useText();
  return (
    <Form.Item name="sexPolicy" label={t('bed:structure.sexPolicy')}>
      <Segmented
        aria-label={t('bed:structure.sexPolicy')}
        options={(['ANY', 'M', 'F'] as const).map((value) => ({
          value,
          label: t(`bed:sexPolicy.${value}`),
        }))}
      />
    </Form.Item>
  );
}

function Preview({ floors }: { readonly floors: Planned }) {
  const { t } = useText();
  const rooms = floors.flatMap((floor) => floor.rooms);
  const beds = rooms.flatMap((room) => room.beds).length;
  return (
    <section aria-live="polite">
      <h3 style={{ fontSize: 15, margin: '0 0 4px' }}>
        {t('bed:structure.preview', { rooms: rooms.length, beds })}
      </h3>
      <p style={{ margin: '0 0 8px', color: 'var(--yb-ink-soft)' }}>
        {t('bed:structure.previewNote')}
      </p>
      <div className="yb-preview">
        {floors.map((floor) => (
          <div key={floor.name}>
            <h4>
              {floor.name}
              {floor.isExisting ? ` · ${t('bed:structure.existing')}` : ''}
            </h4>
            <ul>
              {floor.rooms.map((room) => (
                <li key={room.name}>
                  <strong>{room.name}</strong> {room.beds.join(' · ')}
                  {room.isTaken ? (
                    <span className="yb-bed-overdue"> {t('bed:structure.taken')}</span>
                  ) : null}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}
