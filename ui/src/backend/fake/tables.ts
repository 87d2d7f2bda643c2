/** Offices and templates of the backend kept in memory: a small part of the real ones. */
import type { BasisView, ColumnView, OfficeNode, TemplateView } from '../generated/types'

const office = (code: string, title: string, kind: string, parent: string | null, statisticalOnly = false): OfficeNode =>
  ({ code, title, kind, parent, statisticalOnly, catalogues: 0 })

export const OFFICES: OfficeNode[] = [
  office('430900', '益阳市', 'city', null),
  office('430900-mzj', '益阳市民政局', 'department', '430900'),
  office('430900-zwgk', '益阳市政务公开办', 'department', '430900'),
  office('430900-zls', '益阳市自来水有限公司', 'institution', '430900'),
  office('430902', '资阳区', 'county', '430900'),
  office('430902-mzj', '资阳区民政局', 'department', '430902'),
  office('430902001', '汽车路街道', 'township', '430902'),
  office('430902101', '迎风桥镇', 'township', '430902'),
  office('430902101201', '迎风桥村', 'village', '430902101'),
  office('430902101202', '邹家桥村', 'village', '430902101'),
  office('430903', '赫山区', 'county', '430900'),
  office('430903001', '桃花仑街道', 'township', '430903'),
  office('430903101', '沧水铺镇', 'township', '430903'),
  office('430921', '南县', 'county', '430900'),
  office('430921101', '南洲镇', 'township', '430921'),
  office('430922', '桃江县', 'county', '430900'),
  office('430923', '安化县', 'county', '430900'),
  office('430971', '大通湖区', 'county', '430900', true),
  office('430972', '益阳高新区', 'county', '430900', true),
  office('430981', '沅江市', 'county', '430900'),
]

const codes = (...titles: string[]) => titles.map((title, at) => ({ code: String(at + 1).padStart(2, '0'), title }))
const CHANNELS = codes('政府网站', '政府公报', '两微一端', '政务服务中心', '便民服务站', '公开查阅点')

function column(field: string, title: string, more: Partial<ColumnView> = {}): ColumnView {
  return { field, title, group: null, kind: 'text', width: 14, required: false, options: [], unit: null, help: '', privacy: 'public', key: false, ...more }
}
const basis = (number: string, title: string, article: string | null = null, inForceFrom: string | null = null): BasisView => ({ number, title, article, inForceFrom })
const limits = { group: '办理时限', kind: 'time_limit', unit: '工作日', width: 10 }

export const TEMPLATES: TemplateView[] = [
  {
    id: 'service_commitment', version: '2026.1', title: '服务承诺表', notice: '二', fields: 15, catalogues: 0,
    about: '政务服务事项的服务承诺：法定和承诺办结时限、是否收费、办理地点、咨询和监督电话、在哪里公开。',
    basis: [
      basis('益政办函〔2015〕28号', '2015年全市政务公开政务服务工作要点', '二、全面落实审改成果'),
      basis('国令第711号', '中华人民共和国政府信息公开条例', '第二十条', '2019-05-15'),
    ],
    columns: [
      column('seq_no', '序号', { width: 5, help: '从1开始编号。' }),
      column('item_name', '事项名称', { width: 20, required: true, key: true, help: '事项的规范名称，与政务服务平台一致，不超过200个字。' }),
      column('item_type', '事项类型', { kind: 'code', width: 9, options: codes('行政许可', '行政给付', '行政确认', '公共服务') }),
      column('implementing_body', '实施主体', { width: 14, required: true }),
      column('legal_basis', '设定依据', { width: 24 }),
      column('accept_condition', '受理条件', { kind: 'markdown', width: 20, help: '分条写，每条一行。' }),
      column('materials', '申请材料', { kind: 'markdown', width: 20, help: '分条写，注明原件或复印件、份数。' }),
      column('statutory_limit', '法定办结时限', limits),
      column('commitment_limit', '承诺办结时限', { ...limits, required: true, help: '不得超过法定办结时限。' }),
      column('is_fee', '是否收费', { group: '收费', kind: 'code', width: 7, options: codes('是', '否') }),
      column('fee_standard', '收费标准', { group: '收费', width: 10, unit: '元' }),
      column('consult_phone', '咨询电话', { group: '联系方式', width: 13, required: true, privacy: 'office_contact', help: '带区号的固定电话，如0737-4222222。' }),
      column('complaint_phone', '监督投诉电话', { group: '联系方式', width: 13, privacy: 'office_contact' }),
      column('channels', '公开渠道和载体', { kind: 'ticks', width: 24, options: CHANNELS }),
      column('published_on', '发布日期', { kind: 'date', width: 10 }),
    ],
    rules: [
      { code: 'SVC-012', severity: 'error', message: '承诺办结时限不得超过法定办结时限', basis: '国令第711号 第二十条' },
      { code: 'SVC-014', severity: 'warning', message: '收费的事项要写收费标准', basis: null },
    ],
  },
  {
    id: 'grassroots_catalogue', version: '2026.1', title: '基层政务公开标准目录', notice: '五', fields: 10, catalogues: 0,
    about: '试点领域基层政务公开标准目录：公开事项、内容要素、依据、时限、主体、渠道、对象、方式和层级。',
    basis: [basis('国办发〔2019〕54号', '国务院办公厅关于全面推进基层政务公开标准化规范化工作的指导意见', null, '2019-12-26')],
    columns: [
      column('seq_no', '序号', { width: 5 }),
      column('level1_item', '一级事项', { group: '公开事项', width: 12, required: true, key: true }),
      column('level2_item', '二级事项', { group: '公开事项', width: 14, key: true }),
      column('content_elements', '公开内容（要素）', { kind: 'markdown', width: 26, required: true }),
      column('legal_basis', '公开依据', { width: 24, required: true }),
      column('time_limit', '公开时限', { kind: 'time_limit', width: 16 }),
      column('disclosing_body', '公开主体', { width: 14, required: true }),
      column('channels', '公开渠道和载体', { kind: 'ticks', width: 24, options: CHANNELS }),
      column('audience_public', '全社会', { group: '公开对象', kind: 'tick', width: 6 }),
      column('audience_specific', '特定群众', { group: '公开对象', kind: 'tick', width: 7 }),
    ],
    rules: [{ code: 'GRS-003', severity: 'warning', message: '公开对象至少选一项', basis: '国办发〔2019〕54号' }],
  },
  {
    id: 'service_disclosure', version: '2026.1', title: '公共企事业单位办事公开目录', notice: '一(三)', fields: 6, catalogues: 0,
    about: '供水、供电、燃气、学校、医院、公交等公共企事业单位的办事公开。',
    basis: [basis('国办发〔2020〕50号', '公共企事业单位信息公开规定制定办法', null, '2021-01-01')],
    columns: [
      column('seq_no', '序号', { width: 5 }),
      column('body_name', '单位名称', { group: '单位信息', width: 18, required: true, key: true }),
      column('service_item', '办事项目', { group: '办事内容', width: 16, required: true, key: true }),
      column('process', '办理流程', { group: '办事内容', kind: 'markdown', width: 26 }),
      column('fee_basis', '收费依据', { kind: 'markdown', width: 20 }),
      column('hotline', '便民电话', { width: 14, required: true }),
    ],
    rules: [],
  },
]
