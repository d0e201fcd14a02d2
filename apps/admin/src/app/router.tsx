import { useEffect } from 'react';
import { createBrowserRouter, Outlet, RouterProvider } from 'react-router';

import { onSessionEvent } from '../api/session-events.js';
import { Doorstep } from './doorstep.js';
import { Failed } from './error-boundary.js';
import { signInPath } from './sign-in/next-path.js';
import { useLeaveTo } from './use-leave-to.js';

const OUTSIDE = /^\/(sign-in|invitation|change-password|notice\/.*)$/;

/** A session can end under any page; the reader is led to the door and back to the same place afterwards. */
function SessionWatch() {
  const leaveTo = useLeaveTo();
  useEffect(
    () =>
      onSessionEvent((event) => {
        const { pathname, search } = window.location;
        if (OUTSIDE.test(pathname)) {
          return;
        }
        const isOut = event === 'signed-out';
        void leaveTo(isOut ? signInPath(`${pathname}${search}`, 'ended') : '/change-password');
      }),
    [leaveTo],
  );
  return <Outlet />;
}

const router = createBrowserRouter([
  {
    element: <SessionWatch />,
    hydrateFallbackElement: <></>,
    errorElement: <Failed />,
    children: [
      {
        path: '/sign-in',
        lazy: async () => ({ Component: (await import('./sign-in/sign-in.page.js')).SignInPage }),
      },
      {
        path: '/invitation',
        lazy: async () => ({
          Component: (await import('./sign-in/invitation.page.js')).InvitationPage,
        }),
      },
      {
        path: '/change-password',
        lazy: async () => ({
          Component: (await import('./sign-in/change-password.page.js')).ChangePasswordPage,
        }),
      },
      {
        path: '/notice/:code',
        lazy: async () => ({ Component: (await import('./notice/notice.page.js')).NoticePage }),
      },
      { path: '*', Component: Doorstep },
    ],
  },
]);

export function AppRouter() {
  return <RouterProvider router={router} />;
}
