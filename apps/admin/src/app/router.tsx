import { useEffect } from 'react';
import { createBrowserRouter, Outlet, RouterProvider, useNavigate } from 'react-router';

import { queryClient } from '../api/query-client.js';
import { onSessionEvent } from '../api/session-events.js';
import { LeavePermit } from '../shared/leave-permit.js';
import { SESSION_KEY } from '../shared/session.js';
import { signInPath } from './sign-in/next-path.js';

/** A session can end under any page; the reader is led to the door and back to the same place afterwards. */
function SessionWatch() {
  const navigate = useNavigate();
  useEffect(
    () =>
      onSessionEvent((event) => {
        const { pathname, search } = window.location;
        if (['/sign-in', '/invitation', '/change-password'].includes(pathname)) {
          return;
        }
        LeavePermit.grant();
        if (event === 'signed-out') {
          queryClient.setQueryData(SESSION_KEY, null);
          void navigate(signInPath(`${pathname}${search}`, 'ended'), { replace: true });
        } else {
          void navigate('/change-password', { replace: true });
        }
      }),
    [navigate],
  );
  return <Outlet />;
}

const router = createBrowserRouter([
  {
    element: <SessionWatch />,
    hydrateFallbackElement: <></>,
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
        path: '*',
        lazy: async () => {
          const [{ Shell }, { loadFeatureTexts }] = await Promise.all([
            import('./layout/shell.js'),
            import('../i18n/i18n.js'),
          ]);
          await loadFeatureTexts();
          return { Component: Shell };
        },
      },
    ],
  },
]);

export function AppRouter() {
  return <RouterProvider router={router} />;
}
