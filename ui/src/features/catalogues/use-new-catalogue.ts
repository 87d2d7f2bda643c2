/** The form of a new catalogue; its title follows template and office until somebody types one. */
import { computed, reactive, ref, watch } from 'vue'
import { officeChoices, useRead, useWrite } from '../common'

export function useNewCatalogue(template: () => string | undefined) {
  const { call, say: { t } } = useWrite()
  const templateList = useRead('template_list', {})
  const officeList = useRead('office_list', {})
  const library = useRead('library_info', {})
  const form = reactive({ template: template() ?? '', office: '', title: '', period: t('catalogue.this_year', { year: String(new Date().getFullYear()) }) })
  const typed = ref(false)
  const busy = ref(false)

  const chosen = computed(() => templateList.data.value?.find((one) => one.id === form.template))
  const office = computed(() => officeList.data.value?.find((one) => one.code === form.office))
  watch(() => library.data.value?.office, (own) => { if (own && form.office === '') form.office = own.code }, { immediate: true })
  watch([chosen, office], () => {
    if (!typed.value && chosen.value) form.title = `${office.value?.title ?? ''}${chosen.value.title}`
  }, { immediate: true })

  const ready = computed(() => form.template !== '' && form.office !== '' && form.title.trim() !== '')
  async function submit(): Promise<string | undefined> {
    if (!ready.value || busy.value) return undefined
    busy.value = true
    const made = await call('catalogue_create', { template: form.template, office: form.office, title: form.title.trim(), period: form.period.trim() })
    busy.value = false
    return made?.catalogue
  }
  return {
    form,
    ready,
    busy,
    submit,
    about: computed(() => chosen.value?.about ?? ''),
    templates: computed(() => (templateList.data.value ?? []).map((one) => ({ value: one.id, title: one.title }))),
    offices: computed(() => officeChoices(officeList.data.value ?? [])),
    titled: (text: string) => {
      typed.value = true
      form.title = text
    },
  }
}
