"""The application that the story files: it passes every rule once it has a scope and a term."""

FORM = {
    "title": "春灌节水入户宣传",
    "contact_name": "演示联系人",
    "contact_phone": "0893-0000000",
    "not_secret": True,
    "necessity": "春灌用水集中，入户讲清轮灌安排和节水办法，可减少争水和漏水。",
    "feasibility": "水务技术人员随队，村（社区）只需引导，时间安排在农闲。",
    "duty_relation": "节水宣传是水务部门自身职责，村（社区）仅协助。",
    "frequency": "一年一轮",
    "person_days": "1.5",
    "objective": "向每户说明轮灌次序和节水办法，收集渠道破损线索，由部门维修",
    "done_criteria": "各村（社区）完成一轮入户说明，渠道破损线索全部移交部门。",
    "department_duty": "编印说明材料，派技术人员到场，维修渠道，拨付经费",
    "township_duty": "协调各村（社区）的时间，汇总渠道破损线索",
    "village_duty": "引导技术人员入户，告知农户轮灌安排",
    "legal_bases": [{"document": "中华人民共和国抗旱条例", "article": "第四十二条", "version": "2009-02-26"}],
    "funding_amount": "3600.00",
    "budget_line": "农林水支出—水利—抗旱",
}
