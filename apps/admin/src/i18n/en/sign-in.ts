import type { signIn as source } from '../zh-CN/sign-in.js';

export const signIn: typeof source = {
  title: 'Sign in',
  userName: 'User name',
  password: 'Password',
  submit: 'Sign in',
  submitting: 'Signing in…',
  forgot: 'Forgot the password? The administrator of your organization can reset it.',
  idleNotice:
    'You were signed out after some time without activity, to protect the residents’ data. Please sign in again.',
  endedNotice:
    'You were signed out. Please sign in again; forms you had not saved are kept on this device.',
  signedOutNotice: 'You have signed out.',
  failedTitle: 'You are not signed in',
  invitation: {
    title: 'Choose your password',
    lead: 'Choose one that only you know. You can start at once, and the link then stops working.',
    submit: 'Set the password and sign in',
    missing:
      'The link is incomplete. Copy the whole link that your administrator sent you and open it again.',
    failedTitle: 'The password was not set',
  },
  changePassword: {
    title: 'Change the password',
    lead: 'On first use, and after a reset, choose a password that only you know.',
    current: 'Current password',
    next: 'New password',
    repeat: 'New password once more',
    submit: 'Change the password',
    done: 'The password has been changed',
    hint: 'At least 8 characters. A few unrelated words in a row are safer and easier to remember than odd symbols.',
    failedTitle: 'The password was not changed',
    later: 'Sign out',
  },
};
