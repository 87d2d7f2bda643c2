/** Made-up columns and rows of a service-commitment table, for the grid's stage and its tests. */
import type { GridColumn, GridRow } from '../shared/grid'

const options = (...titles: string[]) => titles.map((title, index) => ({ code: String(index + 1), title }))

const base = { groups: [], kind: 'text' } as const

/** 20 columns, two header levels, two frozen. */
export function stageColumns(): GridColumn[] {
  const limit = ['办理时限']
  const fee = ['收费情况']
  const place = ['办理地点', '窗口']
  return [
    { ...base, id: 'number', title: '序号', width: 64, frozen: true, align: 'center' },
    { ...base, id: 'item', title: '事项名称', width: 200, frozen: true, required: true },
    { ...base, id: 'kind', title: '事项类型', width: 120, kind: 'code', options: options('行政许可', '行政给付', '公共服务', '行政确认') },
    { ...base, id: 'basis', title: '设定依据', width: 260, kind: 'long' },
    { ...base, id: 'statutory', title: '法定时限', width: 120, groups: limit },
    { ...base, id: 'commitment', title: '承诺时限', width: 120, groups: limit, required: true },
    { ...base, id: 'charged', title: '收费', width: 64, kind: 'tick', groups: fee },
    { ...base, id: 'amount', title: '标准', width: 110, kind: 'number', unit: '元', groups: fee },
    { ...base, id: 'materials', title: '申请材料', width: 220, kind: 'long' },
    { ...base, id: 'phone', title: '咨询电话', width: 130, kind: 'text' },
    { ...base, id: 'window', title: '窗口', width: 140, groups: place.slice(0, 1) },
    { ...base, id: 'address', title: '地址', width: 220, groups: place.slice(0, 1) },
    { ...base, id: 'since', title: '实施日期', width: 110, kind: 'date' },
    { ...base, id: 'channels', title: '公开渠道', width: 240, kind: 'ticks', options: options('政府网站', '政府公报', '两微一端', '政务服务中心', '便民服务站') },
    { ...base, id: 'owner', title: '责任单位', width: 160, readonly: true },
    ...['监督电话', '办理流程', '受理条件', '结果名称', '备注'].map((title, at) => ({ ...base, id: `more${String(at)}`, title, width: 150 })),
  ]
}

const ITEMS = ['最低生活保障金给付', '特困人员认定', '用水报装(居民)', '燃气过户', '城镇公共供水企业停水公告', '临时救助', '公交卡办理', '普通高中转学']

/** Row `index` (0-based); the same index always gives the same row. */
export function stageRow(index: number): GridRow {
  const item = ITEMS[index % ITEMS.length] ?? ''
  const cells = [
    String(index + 1), item, ['行政许可', '行政给付', '公共服务'][index % 3] ?? '',
    '《社会救助暂行办法》(国务院令第649号)第十条;《湖南省最低生活保障办法》第六条、第七条,《城市供水条例》第二十二条。',
    `${String(20 + (index % 3) * 5)}个工作日`, `${String(5 + (index % 21))}个工作日`, index % 4 === 0 ? '√' : '', index % 4 === 0 ? String((index % 50) * 10) : '',
    '1.身份证原件及复印件\n2.户口簿\n3.家庭经济状况核对授权书', `0737-42${String(10_000 + (index % 90_000)).slice(1)}1`,
    `${String(1 + (index % 30))}号窗口`, '益阳市赫山区康富南路政务服务中心二楼', `2026-0${String(1 + (index % 9))}-15`, '■政府网站 ■政务服务中心',
    '益阳市民政局', '12345', '申请—受理—审核—公示—发放', '本市户籍且收入低于标准', '批准文书', '',
  ]
  return { id: `e${String(index)}`, cells }
}
