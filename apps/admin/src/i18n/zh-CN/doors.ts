export const doors = {
  menu: {
    users: '用户',
    roles: '角色与权限',
    audit: '操作记录',
    center: '中心信息',
    centers: '中心',
    organizations: '单位',
    counties: '区县',
    account: '我的账号',
  },
};
