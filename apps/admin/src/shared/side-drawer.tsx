import { Drawer, type DrawerProps } from 'antd';

import { useFocusBack } from './use-focus-back.js';
import { useIsPhone } from './use-is-phone.js';

interface SideDrawerProps extends Omit<DrawerProps, 'open' | 'size'> {
  /** Pixels on a desk; a phone gives it the whole width. */
  readonly width?: number;
}

/**
 * Something to look at beside the page. It is open while it is mounted: `{isShown ? <SideDrawer … /> : null}`, and
 * whoever opened it by keyboard is back at the same place when it is gone.
 */
export function SideDrawer({ width = 640, ...props }: SideDrawerProps) {
  const isPhone = useIsPhone();
  useFocusBack();
  return <Drawer {...props} open size={isPhone ? '100%' : width} />;
}
