/** Rows of the sample catalogues: the same number always gives the same row. */

const ITEMS = ['最低生活保障金给付', '特困人员认定', '临时救助', '城乡居民养老保险待遇申领', '用水报装（居民）', '社会团体成立登记', '孤儿认定', '残疾人两项补贴', '殡葬服务机构设立许可', '结婚登记', '养老机构备案', '慈善组织认定']
const TYPES = ['行政给付', '行政确认', '行政许可', '公共服务']
const FIRST = ['综合业务', '最低生活保障', '特困人员救助供养', '临时救助']
const SECOND = ['政策法规文件', '监督检查', '办事指南', '审核信息', '审批信息']

function commitment(index: number, office: string): string[] {
  const statutory = 10 + (index % 4) * 5
  const promised = index % 9 === 3 ? statutory + 5 : Math.max(1, statutory - 5 - (index % 3))
  return [
    String(index + 1), `${ITEMS[index % ITEMS.length] ?? ''}${index >= ITEMS.length ? `（${String(Math.floor(index / ITEMS.length) + 1)}）` : ''}`, TYPES[index % 4] ?? '', office,
    '《社会救助暂行办法》（国务院令第649号）第十条；《湖南省最低生活保障办法》第六条。',
    '1. 具有当地户籍；\n2. 共同生活的家庭成员人均收入低于当地标准；\n3. **家庭财产**符合规定。',
    '1. 身份证（原件，核验后退回）\n2. 户口簿（复印件1份）\n3. 家庭经济状况核对授权书',
    `${String(statutory)}个工作日`, `${String(promised)}个工作日`, index % 5 === 0 ? '是' : '否', index % 5 === 0 && index % 10 !== 0 ? '9' : '',
    index % 7 === 1 ? '42' + String(21_000 + index) : `0737-42${String(21_000 + index)}`, index % 8 === 4 ? '' : '0737-12345',
    '■政府网站 ■政务服务中心', `2026-0${String(1 + (index % 9))}-15`,
  ]
}

function grassroots(index: number, office: string): string[] {
  return [
    String(index + 1), FIRST[Math.floor(index / 5) % FIRST.length] ?? '', SECOND[index % SECOND.length] ?? '',
    '文件名称、文号、发文部门、正文；办理条件、标准、流程、时限、联系方式', '《中华人民共和国政府信息公开条例》、《社会救助暂行办法》',
    '制定或获取信息之日起10个工作日内', index % 6 === 2 ? '' : office, '■政府网站 ■公开查阅点', '√', index % 3 === 0 ? '√' : '',
  ]
}

const disclosure = (index: number): string[] => [String(index + 1), '益阳市自来水有限公司', ITEMS[index % ITEMS.length] ?? '', '申请—受理—踏勘—通水', '湘发改价费〔2020〕1号', '0737-4222111']

/** The cells of row `index` (0-based) of a sample catalogue. */
export function sampleCells(template: string, index: number, office: string): string[] {
  if (template === 'service_commitment') return commitment(index, office)
  return template === 'grassroots_catalogue' ? grassroots(index, office) : disclosure(index)
}
