<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>About</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>An offline desktop GIS for spatial planners. It opens no connection by itself.</source>
        <translation>面向空间规划师的离线桌面地理信息系统。程序不会自行联网。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later; it comes without any warranty.</source>
        <translation>自由软件,按 GNU 通用公共许可证第 3 版或更新版本发布,不作任何担保。</translation>
    </message>
    <message>
        <source>Plan and boundaries</source>
        <translation>规划与界线</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>所用组件</translation>
    </message>
    <message>
        <source>About Tiermap</source>
        <translation>关于 Tiermap</translation>
    </message>
    <message>
        <source>Drag, arrow keys</source>
        <translation>拖动、方向键</translation>
    </message>
    <message>
        <source>Move the map</source>
        <translation>移动地图</translation>
    </message>
    <message>
        <source>Wheel, pinch, + and -</source>
        <translation>滚轮、双指缩放、+ 与 -</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Zoom in about the pointer</source>
        <translation>以指针处为中心放大</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>Show all zones</source>
        <translation>显示全部片区</translation>
    </message>
    <message>
        <source>Click</source>
        <translation>单击</translation>
    </message>
    <message>
        <source>Select the zone under the pointer</source>
        <translation>选中指针处的片区</translation>
    </message>
    <message>
        <source>Ctrl and click</source>
        <translation>Ctrl 加单击</translation>
    </message>
    <message>
        <source>Add to the selection or take from it</source>
        <translation>加入或移出所选</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Shift 加拖动</translation>
    </message>
    <message>
        <source>Select zones by a box</source>
        <translation>框选片区</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>End measuring, clear the drawing</source>
        <translation>结束量算并清除图形</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>F7</source>
        <translation>F7</translation>
    </message>
    <message>
        <source>Show or hide the attribute table</source>
        <translation>显示或隐藏属性表</translation>
    </message>
    <message>
        <source>In the table: F2, Del</source>
        <translation>属性表中：F2、Del</translation>
    </message>
    <message>
        <source>Edit a cell, empty cells</source>
        <translation>编辑单元格、清空单元格</translation>
    </message>
    <message>
        <source>In the table: Ctrl+C, Ctrl+V, Ctrl+D</source>
        <translation>属性表中：Ctrl+C、Ctrl+V、Ctrl+D</translation>
    </message>
    <message>
        <source>Copy, paste a block, fill down</source>
        <translation>复制、粘贴一块、向下填充</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Export Figure…</source>
        <translation>导出图件(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the program</source>
        <translation>关闭程序</translation>
    </message>
    <message>
        <source>Zoom &amp;In</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Double the scale</source>
        <translation>比例尺放大一倍</translation>
    </message>
    <message>
        <source>Zoom &amp;Out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Halve the scale</source>
        <translation>比例尺缩小一半</translation>
    </message>
    <message>
        <source>&amp;Whole City</source>
        <translation>全市(&amp;W)</translation>
    </message>
    <message>
        <source>Show all zones</source>
        <translation>显示全部片区</translation>
    </message>
    <message>
        <source>To &amp;Selection</source>
        <translation>到所选(&amp;S)</translation>
    </message>
    <message>
        <source>Show the selected zones</source>
        <translation>显示所选片区</translation>
    </message>
    <message>
        <source>To &amp;Tier</source>
        <translation>到层级(&amp;T)</translation>
    </message>
    <message>
        <source>Show every zone of the selected zone&apos;s tier</source>
        <translation>显示所选片区同一层级的全部片区</translation>
    </message>
    <message>
        <source>&amp;Move and Select</source>
        <translation>移动与选择(&amp;M)</translation>
    </message>
    <message>
        <source>Drag the map; click a zone to select it</source>
        <translation>拖动地图,单击选中片区</translation>
    </message>
    <message>
        <source>Select by &amp;Box</source>
        <translation>框选(&amp;B)</translation>
    </message>
    <message>
        <source>Draw a box around zones (also Shift and drag)</source>
        <translation>拉框选中片区(也可 Shift 加拖动)</translation>
    </message>
    <message>
        <source>Measure &amp;Distance</source>
        <translation>量距离(&amp;D)</translation>
    </message>
    <message>
        <source>Click along a line; double-click ends it. Measured on the ellipsoid</source>
        <translation>沿线单击,双击结束;在椭球面上量算</translation>
    </message>
    <message>
        <source>Measure &amp;Area</source>
        <translation>量面积(&amp;A)</translation>
    </message>
    <message>
        <source>Click around an area; double-click ends it. Measured on the ellipsoid</source>
        <translation>沿边界单击,双击结束;在椭球面上量算</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>查找(&amp;F)…</translation>
    </message>
    <message>
        <source>Find a zone, a site or a coordinate</source>
        <translation>查找片区、平台或坐标</translation>
    </message>
    <message>
        <source>Select &amp;Nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>Clear the selection</source>
        <translation>清除所选</translation>
    </message>
    <message>
        <source>As the &amp;System</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>Follow the desktop&apos;s light or dark setting</source>
        <translation>跟随桌面的浅色或深色设置</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>Light palette</source>
        <translation>浅色配色</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Dark palette</source>
        <translation>深色配色</translation>
    </message>
    <message>
        <source>&amp;Keyboard Shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>List every shortcut</source>
        <translation>列出全部快捷键</translation>
    </message>
    <message>
        <source>&amp;About Tiermap</source>
        <translation>关于 Tiermap(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence and where the boundaries come from</source>
        <translation>版本、许可与界线来源</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Settings</source>
        <translation>设置(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Palette</source>
        <translation>配色(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>From the &amp;Built-in Plan…</source>
        <translation>从内置规划(&amp;B)…</translation>
    </message>
    <message>
        <source>Make a project of the built-in plan</source>
        <translation>用内置规划新建项目</translation>
    </message>
    <message>
        <source>From a Plan &amp;Package…</source>
        <translation>从规划数据包(&amp;P)…</translation>
    </message>
    <message>
        <source>Make a project of a folder with tables and boundaries</source>
        <translation>用含表格和界线的文件夹新建项目</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open a project file</source>
        <translation>打开项目文件</translation>
    </message>
    <message>
        <source>&amp;Save a Copy…</source>
        <translation>保存副本(&amp;S)…</translation>
    </message>
    <message>
        <source>Write the project, its history included, to another file</source>
        <translation>把项目连同修改记录写入另一个文件</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take the last edit back</source>
        <translation>撤销上一次修改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Make the edit again that was taken back last</source>
        <translation>恢复上一次撤销的修改</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>Open &amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Import Data…</source>
        <translation>导入数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Export &amp;Data…</source>
        <translation>导出数据(&amp;D)…</translation>
    </message>
    <message>
        <source>Write a table as XLSX, CSV, GeoJSON, GeoPackage, Shapefile, KML or FlatGeobuf</source>
        <translation>把数据表写成 XLSX、CSV、GeoJSON、GeoPackage、Shapefile、KML 或 FlatGeobuf</translation>
    </message>
    <message>
        <source>&amp;Write Forms…</source>
        <translation>制作填报表(&amp;W)…</translation>
    </message>
    <message>
        <source>Write a form for each zone, for others to fill in</source>
        <translation>为每个片区制作一份填报表，供各单位填写</translation>
    </message>
    <message>
        <source>&amp;Collect Forms…</source>
        <translation>回收填报表(&amp;C)…</translation>
    </message>
    <message>
        <source>Take in the forms that came back, and see who has not answered</source>
        <translation>收入填好的表，并查看未报片区</translation>
    </message>
    <message>
        <source>Take figures, sites, outlines or a reference layer in from a file; dropping it here does the same</source>
        <translation>从文件导入指标数值、点位、界线或参考图层；也可将文件拖入窗口</translation>
    </message>
    <message>
        <source>For&amp;ms</source>
        <translation>填报表(&amp;M)</translation>
    </message>
    <message>
        <source>Write what the map shows as a figure: PDF, SVG or PNG</source>
        <translation>将地图所示内容写成图件：PDF、SVG 或 PNG</translation>
    </message>
    <message>
        <source>Second &amp;Map</source>
        <translation>第二幅地图(&amp;M)</translation>
    </message>
    <message>
        <source>Show another indicator or year beside the map, at the same place</source>
        <translation>在旁边显示同一位置的另一指标或年份</translation>
    </message>
    <message>
        <source>Count a &amp;Register…</source>
        <translation>统计名录(&amp;R)…</translation>
    </message>
    <message>
        <source>Count enterprises or other points per zone, and show them on the map</source>
        <translation>按片区统计企业等点位，并在地图上显示</translation>
    </message>
    <message>
        <source>From the Built-in Plan, with &amp;Illustrative Numbers…</source>
        <translation>由内置规划新建，附示意数据(&amp;I)…</translation>
    </message>
    <message>
        <source>Made-up numbers, marked as such, to try comparisons out</source>
        <translation>编造的示意数据，处处标明，用于试用比较功能</translation>
    </message>
    <message>
        <source>Co&amp;mpose Figure…</source>
        <translation>编排图件(&amp;M)…</translation>
    </message>
    <message>
        <source>Put a page together, check it and keep it in the project</source>
        <translation>编排页面、检查并保存到项目</translation>
    </message>
    <message>
        <source>Write &amp;Report…</source>
        <translation>编写报告(&amp;R)…</translation>
    </message>
    <message>
        <source>The whole story of the plan: layout, targets, comparison, each tier and zone</source>
        <translation>规划的全部内容：布局、目标、比较、各层级与各片区</translation>
    </message>
</context>
<context>
    <name>Attribute</name>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Own role, Chinese</source>
        <translation>自身定位(中文)</translation>
    </message>
    <message>
        <source>Own role, English</source>
        <translation>自身定位(英文)</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>出处网址</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Bound</source>
        <translation>界限</translation>
    </message>
    <message>
        <source>Missing because</source>
        <translation>缺数原因</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>性质</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Adopted</source>
        <translation>采用</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>填报人</translation>
    </message>
    <message>
        <source>Edited</source>
        <translation>修改时间</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Pinyin</source>
        <translation>拼音</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Chinese unit</source>
        <translation>中文单位</translation>
    </message>
    <message>
        <source>English unit</source>
        <translation>英文单位</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Adding up</source>
        <translation>汇总方式</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>确数</translation>
    </message>
    <message>
        <source>about</source>
        <translation>约</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>outside the layout</source>
        <translation>不在布局内</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>观测值</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>, </source>
        <translation>,</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>无数据:%1</translation>
    </message>
    <message>
        <source>%1, %2, confidence: %3</source>
        <translation>%1,%2,可信度:%3</translation>
    </message>
    <message>
        <source>came with the plan</source>
        <translation>随规划数据附带</translation>
    </message>
    <message>
        <source>entered by %1, %2</source>
        <translation>%1 填报,%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>不小于 %1</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>不大于 %1</translation>
    </message>
    <message>
        <source>Driver, Chinese</source>
        <translation>驱动方式(中文)</translation>
    </message>
    <message>
        <source>Driver, English</source>
        <translation>驱动方式(英文)</translation>
    </message>
    <message>
        <source>Carrier, Chinese</source>
        <translation>承载平台(中文)</translation>
    </message>
    <message>
        <source>Carrier, English</source>
        <translation>承载平台(英文)</translation>
    </message>
    <message>
        <source>Way of development, Chinese</source>
        <translation>发展方式(中文)</translation>
    </message>
    <message>
        <source>Way of development, English</source>
        <translation>发展方式(英文)</translation>
    </message>
    <message>
        <source>Mark on Chinese maps</source>
        <translation>中文图上标记</translation>
    </message>
    <message>
        <source>Mark on English maps</source>
        <translation>英文图上标记</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Role, Chinese</source>
        <translation>定位(中文)</translation>
    </message>
    <message>
        <source>Role, English</source>
        <translation>定位(英文)</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月份</translation>
    </message>
    <message>
        <source>Quarter</source>
        <translation>季度</translation>
    </message>
    <message>
        <source>Name on the map</source>
        <translation>图上名称</translation>
    </message>
</context>
<context>
    <name>Chart</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>* illustrative numbers are among them</source>
        <translation>* 含示意数据</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1等，另有%2个</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>无数据：%1</translation>
    </message>
    <message>
        <source>median of the tier</source>
        <translation>层级中位数</translation>
    </message>
    <message>
        <source>target of the plan for the whole: %1</source>
        <translation>规划目标（全域）：%1</translation>
    </message>
    <message>
        <source>target of the plan (%1): %2</source>
        <translation>规划目标（%1）：%2</translation>
    </message>
    <message>
        <source>Dot plot</source>
        <translation>点图</translation>
    </message>
    <message>
        <source>There is no indicator to be shown.</source>
        <translation>没有可显示的指标。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>数据状态</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>No zone has a number for this indicator.</source>
        <translation>该指标没有任何片区有数据。</translation>
    </message>
    <message>
        <source>Matrix</source>
        <translation>热力矩阵</translation>
    </message>
    <message>
        <source>all %1</source>
        <translation>均为%1</translation>
    </message>
    <message>
        <source>(less is better, so above)</source>
        <translation>（越小越优，小值在上）</translation>
    </message>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标图</translation>
    </message>
    <message>
        <source>A line is interrupted where there is no data.</source>
        <translation>折线中断处为无数据。</translation>
    </message>
    <message>
        <source>%1: claim %2</source>
        <translation>%1：定位检验%2</translation>
    </message>
    <message>
        <source>rank, 5%</source>
        <translation>位次（5%）</translation>
    </message>
    <message>
        <source>rank, median</source>
        <translation>位次（中位）</translation>
    </message>
    <message>
        <source>rank, 95%</source>
        <translation>位次（95%）</translation>
    </message>
    <message>
        <source>expected rank</source>
        <translation>期望位次</translation>
    </message>
    <message>
        <source>numbers missing</source>
        <translation>缺失数据数</translation>
    </message>
    <message>
        <source>Role fit</source>
        <translation>角色契合度</translation>
    </message>
    <message>
        <source>No weights were drawn at random for this comparison.</source>
        <translation>本次比较未随机抽取权重。</translation>
    </message>
    <message>
        <source>rank %1, median %2</source>
        <translation>位次%1，中位%2</translation>
    </message>
    <message>
        <source>expected rank %1</source>
        <translation>期望位次%1</translation>
    </message>
    <message>
        <source>No zone has a number.</source>
        <translation>没有任何片区有数据。</translation>
    </message>
    <message>
        <source>hollow: some numbers are missing</source>
        <translation>空心：部分数据缺失</translation>
    </message>
    <message>
        <source>Scatter plot</source>
        <translation>散点图</translation>
    </message>
    <message>
        <source>A scatter plot needs two indicators to be compared.</source>
        <translation>散点图需要比较两个指标。</translation>
    </message>
    <message>
        <source>No zone has numbers for both indicators.</source>
        <translation>没有片区同时具有两个指标的数据。</translation>
    </message>
    <message>
        <source>%1 (for one of the indicators or both)</source>
        <translation>%1（至少缺一个指标）</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <translation>%1年%2，%3年%4</translation>
    </message>
    <message>
        <source>Slope chart</source>
        <translation>两年变化图</translation>
    </message>
    <message>
        <source>No indicator has numbers of the same two years for two zones or more, so there is no change to be shown.</source>
        <translation>没有指标在相同两个年份有两个及以上片区的数据，无法显示变化。</translation>
    </message>
    <message>
        <source>%1 (for one of the years or both)</source>
        <translation>%1（至少缺一个年份）</translation>
    </message>
    <message>
        <source>scaled from 0 (worst) to 1 (best)</source>
        <translation>归一化值，0为最差，1为最优</translation>
    </message>
    <message>
        <source>Rank by weighted sum: median, and 5% to 95% of %1 random weightings</source>
        <translation>加权求和位次：%1次随机权重下的中位数与5%～95%区间</translation>
    </message>
    <message>
        <source>Ranks depend on the indicators; tiers are roles.</source>
        <translation>位次取决于所选指标；层级是角色分工，不分高低。</translation>
    </message>
</context>
<context>
    <name>Claim</name>
    <message>
        <source>%1 zones have numbers, %2 of them of this tier.</source>
        <translation>%1 个片区有数据，其中 %2 个属于本层级。</translation>
    </message>
    <message>
        <source>Their mean rank (0 to 1) lies %1 above that of the others; Cliff&apos;s delta is %2.</source>
        <translation>其平均位次（0 到 1）比其他片区高 %1，克利夫 δ 为 %2。</translation>
    </message>
    <message>
        <source>Their greatest location quotient lies %1 above that of the others on average; Cliff&apos;s delta is %2.</source>
        <translation>其最大区位商平均比其他片区高 %1，克利夫 δ 为 %2。</translation>
    </message>
    <message>
        <source>Their mean Krugman distance from each other is %1 (0 to 2), %2 standard deviations from what is expected of any as many zones.</source>
        <translation>彼此间的平均克鲁格曼距离为 %1（0 到 2），与任取同样多片区的期望相差 %2 个标准差。</translation>
    </message>
    <message>
        <source>Of %1 ways to assign the zones not even the best has a p below %2: nothing can be shown with so few.</source>
        <translation>在全部 %1 种划分中，最有利的一种 p 也不低于 %2：片区太少，什么都显示不出来。</translation>
    </message>
    <message>
        <source>Of all %1 ways to assign the zones %2% are as high or higher (p = %3; the least possible is %4).</source>
        <translation>在全部 %1 种划分中，有 %2% 同样高或更高（p = %3，可能的最小值为 %4）。</translation>
    </message>
    <message>
        <source>consistent</source>
        <translation>与数据相符</translation>
    </message>
    <message>
        <source>not shown</source>
        <translation>未能显示</translation>
    </message>
    <message>
        <source>contradicted</source>
        <translation>与数据相反</translation>
    </message>
    <message>
        <source>not testable</source>
        <translation>不可检验</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>for each km²</source>
        <translation>每平方千米</translation>
    </message>
    <message>
        <source>growth a year</source>
        <translation>年均增速</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2 – %3.</source>
        <translation>%1：%2——%3。</translation>
    </message>
    <message>
        <source>There is no number that both the zone and the district around it have for one period.</source>
        <translation>没有一项数据是该片区与所在区县同一时期都有的。</translation>
    </message>
    <message>
        <source>There is no p: no other zone could stand in its place.</source>
        <translation>没有 p 值：没有别的片区可以替换它。</translation>
    </message>
    <message>
        <source>That is too little to compare anything.</source>
        <translation>数据太少，无从比较。</translation>
    </message>
    <message>
        <source>Illustrative numbers are among them: this says nothing of the real zones.</source>
        <translation>其中有示意数据：结果与真实片区无关。</translation>
    </message>
    <message>
        <source>Their mean rank (0 to 1) lies %1 below that of the others; Cliff&apos;s delta is %2.</source>
        <translation>其平均位次（0 到 1）比其他片区低 %1，克利夫 δ 为 %2。</translation>
    </message>
    <message>
        <source>Their greatest location quotient lies %1 below that of the others on average; Cliff&apos;s delta is %2.</source>
        <translation>其最大区位商平均比其他片区低 %1，克利夫 δ 为 %2。</translation>
    </message>
    <message>
        <source>Left out, since fewer than half of the zones have numbers: %1.</source>
        <translation>因不足半数片区有数据而不计：%1。</translation>
    </message>
    <message>
        <source>For its area %1 times as much passes through as through the district as a whole, which includes it.</source>
        <translation>单位面积的流量是所在区县整体（含本片区）的 %1 倍。</translation>
    </message>
    <message>
        <source>No indicator that says which way is better is known for half of the districts: name some.</source>
        <translation>没有方向明确且半数区县有数据的指标：请指定指标。</translation>
    </message>
    <message>
        <source>So few indicators differ between zones that none can weigh less than %1: the cap must be %1 at least.</source>
        <translation>片区间有差别的指标太少，权重上限不能低于 %1。</translation>
    </message>
    <message>
        <source>%1 %2%</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>Weights: %1.</source>
        <translation>权重：%1。</translation>
    </message>
    <message>
        <source>%1 leads %2 unless the weight of %3 exceeds %4 (weighted sum).</source>
        <translation>%1领先于%2，除非%3的权重高于 %4（加权和）。</translation>
    </message>
    <message>
        <source>%1 leads %2 unless the weight of %3 falls below %4 (weighted sum).</source>
        <translation>%1领先于%2，除非%3的权重低于 %4（加权和）。</translation>
    </message>
    <message>
        <source>No zone has the numbers.</source>
        <translation>没有片区有这些数据。</translation>
    </message>
    <message>
        <source>For more than 10 indicators no consistency ratio is given.</source>
        <translation>指标多于 10 个时没有一致性比率。</translation>
    </message>
    <message>
        <source>The judgements contradict each other: their consistency ratio is %1, and should be below 0.1.</source>
        <translation>判断矩阵自相矛盾：一致性比率为 %1，应低于 0.1。</translation>
    </message>
    <message>
        <source>Consistency ratio: %1 (below 0.1: the judgements agree well enough).</source>
        <translation>一致性比率：%1（低于 0.1，判断基本一致）。</translation>
    </message>
</context>
<context>
    <name>Command</name>
    <message>
        <source>what the plan holds</source>
        <translation>规划内容概览</translation>
    </message>
    <message>
        <source>the zones with tier, kind and area</source>
        <translation>片区及其层级、类型、面积</translation>
    </message>
    <message>
        <source>the plan&apos;s quantified targets</source>
        <translation>规划的量化目标</translation>
    </message>
    <message>
        <source>platforms, bases, parks and headquarters</source>
        <translation>平台、基地、园区与总部</translation>
    </message>
    <message>
        <source>write a figure as PDF, SVG or PNG</source>
        <translation>将图件写成 PDF、SVG 或 PNG</translation>
    </message>
    <message>
        <source>Show this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>One project at a time, not also &quot;%1&quot;.</source>
        <translation>一次只能打开一个项目,多出“%1”。</translation>
    </message>
    <message>
        <source>See: %1</source>
        <translation>用法见:%1</translation>
    </message>
    <message>
        <source>Project file; the built-in plan where none is given.</source>
        <translation>项目文件;未给出时用内置规划。</translation>
    </message>
    <message>
        <source>Print JSON.</source>
        <translation>输出 JSON。</translation>
    </message>
    <message>
        <source>Print CSV.</source>
        <translation>输出 CSV。</translation>
    </message>
    <message>
        <source>Usage: tiermap [PROJECT]                    open the window
       tiermap COMMAND [PROJECT] [OPTIONS]  work without a display

PROJECT is a project file; without one the built-in plan is used.

Commands:
</source>
        <translation>用法: tiermap [PROJECT]                    打开窗口
      tiermap COMMAND [PROJECT] [OPTIONS]  不需要显示器

PROJECT 是项目文件;未给出时用内置规划。

命令:
</translation>
    </message>
    <message>
        <source>
Options:
  -h, --help     this help; tiermap COMMAND --help for a command
  -v, --version  the program&apos;s version
      --lang     zh or en: language of messages and window

Exit codes: 0 done, 1 failed, 2 wrong usage.
</source>
        <translation>
选项:
  -h, --help     本帮助;某一命令的帮助用 tiermap COMMAND --help
  -v, --version  程序版本
      --lang     zh 或 en:消息与窗口的语言

退出码:0 完成,1 失败,2 用法有误。
</translation>
    </message>
    <message>
        <source>landscape or portrait.</source>
        <translation>landscape(横)或 portrait(竖)。</translation>
    </message>
    <message>
        <source>Language of the sheet: zh or en.</source>
        <translation>图面语言:zh 或 en。</translation>
    </message>
    <message>
        <source>Text in an SVG: text (needs the font where it is shown) or outlines.</source>
        <translation>SVG 中的文字:text(显示处需有该字体)或 outlines(轮廓)。</translation>
    </message>
    <message>
        <source>Map approval number (审图号) to print.</source>
        <translation>要印上的审图号。</translation>
    </message>
    <message>
        <source>Draw platforms and bases.</source>
        <translation>绘出平台与基地。</translation>
    </message>
    <message>
        <source>Leave out water.</source>
        <translation>不绘水系。</translation>
    </message>
    <message>
        <source>Leave out neighbouring cities.</source>
        <translation>不绘周边城市。</translation>
    </message>
    <message>
        <source>Writes a figure for a report. PDF and SVG are vector; nothing half-written is left behind.</source>
        <translation>写出报告用图。PDF 与 SVG 为矢量;失败时不留残缺文件。</translation>
    </message>
    <message>
        <source>-o FILE is needed.</source>
        <translation>需要 -o FILE。</translation>
    </message>
    <message>
        <source>Layout %1, issued by %2, coordinated by %3, valid %4 to %5
</source>
        <translation>布局 %1,%2 印发,%3 牵头,有效期 %4 至 %5
</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 observations of %2 indicators, %3 targets, %4 measures and safeguards, %5 sites
</source>
        <translation>观测值 %1 条、指标 %2 项、目标 %3 项、举措与保障 %4 条、平台等 %5 处
</translation>
    </message>
    <message>
        <source>Says what the plan holds, who issued it and how its boundaries came about.</source>
        <translation>说明规划内容、发文机关与界线来历。</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>要写的文件。</translation>
    </message>
    <message>
        <source>Lists platforms, bases, parks, venues and headquarters. A site without coordinates is known by its district only.</source>
        <translation>列出平台、基地、园区、场馆与总部。没有坐标的只知所在区县。</translation>
    </message>
    <message>
        <source>key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>English</source>
        <translation>英文</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>sense</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>section</source>
        <translation>章节</translation>
    </message>
    <message>
        <source>words</source>
        <translation>原词</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>Lists the zones of the layout. Areas are computed on the ellipsoid from the outlines drawn.</source>
        <translation>列出布局中的片区。面积由所绘界线在椭球面上算得。</translation>
    </message>
    <message>
        <source>code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>within</source>
        <translation>位于</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>km²</translation>
    </message>
    <message>
        <source>sketch</source>
        <translation>示意</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a command nor an option.</source>
        <translation>“%1”既不是命令也不是选项。</translation>
    </message>
    <message>
        <source>Lists where a project does not keep the plan&apos;s own rules. Exit code 1 where it finds something.</source>
        <translation>列出项目中不符合规划自身规则之处。有发现时退出码为 1。</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>finding</source>
        <translation>发现</translation>
    </message>
    <message>
        <source>make a project file of a plan</source>
        <translation>由规划建立项目文件</translation>
    </message>
    <message>
        <source>set what a source says of a zone</source>
        <translation>录入某来源对片区的数据</translation>
    </message>
    <message>
        <source>take back the last edits</source>
        <translation>撤销最近的编辑</translation>
    </message>
    <message>
        <source>make edits again that were taken back</source>
        <translation>重做已撤销的编辑</translation>
    </message>
    <message>
        <source>who changed what, when and why</source>
        <translation>何人何时为何改了什么</translation>
    </message>
    <message>
        <source>where the plan&apos;s rules do not hold</source>
        <translation>不符合规划规则之处</translation>
    </message>
    <message>
        <source>Lists who changed what, when, why and on whose word; oldest first.</source>
        <translation>列出何人何时改了什么、为何、依据何来源;由早到晚。</translation>
    </message>
    <message>
        <source>Only what speaks of a zone (code or name).</source>
        <translation>只列与某片区(代码或名称)有关的。</translation>
    </message>
    <message>
        <source>Only from a date on, such as 2026-01-31.</source>
        <translation>只列某日期起的,如 2026-01-31。</translation>
    </message>
    <message>
        <source>no.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>from</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>to</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Makes a project file (one GeoPackage) of a plan that comes with Tiermap (hangzhou) or of a plan package, a folder of JSON, CSV and GeoJSON.</source>
        <translation>由 Tiermap 自带的规划(hangzhou)或规划包(含 JSON、CSV 与 GeoJSON 的文件夹)建立项目文件(一个 GeoPackage)。</translation>
    </message>
    <message>
        <source>hangzhou, or the folder of a plan package.</source>
        <translation>hangzhou,或规划包的文件夹。</translation>
    </message>
    <message>
        <source>Replace a file that is there.</source>
        <translation>替换已有文件。</translation>
    </message>
    <message>
        <source>--plan PLAN and one file to write are needed.</source>
        <translation>需要 --plan PLAN 和一个要写入的文件。</translation>
    </message>
    <message>
        <source>Project file.</source>
        <translation>项目文件。</translation>
    </message>
    <message>
        <source>Code or name of a zone.</source>
        <translation>片区的代码或名称。</translation>
    </message>
    <message>
        <source>Key of an indicator.</source>
        <translation>指标的键。</translation>
    </message>
    <message>
        <source>A number, a bound such as &quot;&gt;50&quot; or &quot;~30&quot;; or - with --missing.</source>
        <translation>数值,或如“&gt;50”“~30”的界限;或与 --missing 同用的 -。</translation>
    </message>
    <message>
        <source>2025, 2025-Q1, 2025-01..2025-06, 2025-03-31.</source>
        <translation>2025、2025-Q1、2025-01..2025-06、2025-03-31。</translation>
    </message>
    <message>
        <source>Title of the publication it stands in.</source>
        <translation>所出文献的名称。</translation>
    </message>
    <message>
        <source>Why, for the log.</source>
        <translation>原因,记入日志。</translation>
    </message>
    <message>
        <source>Why there is no value.</source>
        <translation>为何没有数值。</translation>
    </message>
    <message>
        <source>Use this value instead of another source&apos;s.</source>
        <translation>采用此值,而非其他来源的值。</translation>
    </message>
    <message>
        <source>Sets what a source says of a zone. The change is on disk and in the log when the command ends, and can be undone.</source>
        <translation>录入某来源对片区的数据。命令结束时更改已存盘并记入日志,可以撤销。</translation>
    </message>
    <message>
        <source>PROJECT ZONE INDICATOR VALUE, --period and --source are needed.</source>
        <translation>需要 PROJECT ZONE INDICATOR VALUE、--period 和 --source。</translation>
    </message>
    <message>
        <source>How many edits; 1 without it.</source>
        <translation>编辑的个数;不写为 1。</translation>
    </message>
    <message>
        <source>PROJECT and a number are needed.</source>
        <translation>需要 PROJECT 和一个数字。</translation>
    </message>
    <message>
        <source>Takes back the last edits of a project, whoever made them.</source>
        <translation>撤销项目最近的编辑,不论何人所作。</translation>
    </message>
    <message>
        <source>Makes edits again that were taken back.</source>
        <translation>重做已撤销的编辑。</translation>
    </message>
    <message>
        <source>take figures, sites or outlines in from a file</source>
        <translation>从文件导入指标数值、点位、界线或参考图层</translation>
    </message>
    <message>
        <source>Leave out reference layers.</source>
        <translation>不绘制参考图层。</translation>
    </message>
    <message>
        <source>Table or vector file; it is only read.</source>
        <translation>表格、矢量或影像文件；只读取,不改动。</translation>
    </message>
    <message>
        <source>What it holds: zones, sites, observations or a layer.</source>
        <translation>文件内容: zones(片区界线)、sites(点位)、observations(指标数值)或 layer(参考图层)。</translation>
    </message>
    <message>
        <source>Sheet or layer; the first by default.</source>
        <translation>工作表或图层名；默认取第一个。</translation>
    </message>
    <message>
        <source>Encoding of a shapefile or CSV file, or auto.</source>
        <translation>Shapefile 或 CSV 的字符编码,或 auto(自动判断)。</translation>
    </message>
    <message>
        <source>auto, wgs84, cgcs2000, gcj02 or bd09.</source>
        <translation>auto、wgs84、cgcs2000、gcj02 或 bd09。</translation>
    </message>
    <message>
        <source>Coordinate system, such as EPSG:4549.</source>
        <translation>坐标系,如 EPSG:4549。</translation>
    </message>
    <message>
        <source>Rows above the data.</source>
        <translation>数据以上的行数(含标题、表头)。</translation>
    </message>
    <message>
        <source>Period of figures that state none.</source>
        <translation>未注明时期的数值所属时期。</translation>
    </message>
    <message>
        <source>Key of the indicator of columns that only state a year.</source>
        <translation>仅注明年份的列所属指标的键名。</translation>
    </message>
    <message>
        <source>Title of the publication, where the file does not name it.</source>
        <translation>文件未注明时的资料来源名称。</translation>
    </message>
    <message>
        <source>published, estimate or illustrative.</source>
        <translation>published(公布)、estimate(估算)或 illustrative(示意)。</translation>
    </message>
    <message>
        <source>Boundaries that figures speak of: current or former. Of zones and layers: the month from which their boundaries stand like this, such as 2021-04.</source>
        <translation>数值所依据的区划: current(现行)或 former(调整前)。用于界线和图层时为区划起始年月,如 2021-04。</translation>
    </message>
    <message>
        <source>Name of a layer; that of its file by default.</source>
        <translation>图层名称；默认取文件名。</translation>
    </message>
    <message>
        <source>Colour of a layer: #RRGGBB.</source>
        <translation>图层颜色: #RRGGBB。</translation>
    </message>
    <message>
        <source>How strong a layer is drawn, from 0 to 1.</source>
        <translation>图层显示强度,0 至 1。</translation>
    </message>
    <message>
        <source>The outlines of zones are sketches, too: figures go on saying so.</source>
        <translation>导入的界线仍为示意,图件继续注明。</translation>
    </message>
    <message>
        <source>Use these values instead of other sources&apos;.</source>
        <translation>以这些数值为采用值,替代其他来源。</translation>
    </message>
    <message>
        <source>Columns of figures that name no indicator become new ones.</source>
        <translation>未对应到指标的数值列新建为指标。</translation>
    </message>
    <message>
        <source>Say what would happen and change nothing.</source>
        <translation>只报告将发生的变化,不作改动。</translation>
    </message>
    <message>
        <source>Print the report as JSON.</source>
        <translation>以 JSON 输出报告。</translation>
    </message>
    <message>
        <source>Takes a file into a project in one step that can be undone, and says of every row what became of it. The file is only read.</source>
        <translation>将文件一次性导入项目(可一步撤销),并逐行说明处理结果。源文件只读。</translation>
    </message>
    <message>
        <source>PROJECT, FILE and --as are needed.</source>
        <translation>需要给出 PROJECT、FILE 和 --as。</translation>
    </message>
    <message>
        <source>write a table for other programs</source>
        <translation>导出数据表，供其他程序使用</translation>
    </message>
    <message>
        <source>zones, sites, observations, indicators, targets ... as docs/file-format.md names them.</source>
        <translation>zones、sites、observations、indicators、targets 等，名称见 docs/file-format.md。</translation>
    </message>
    <message>
        <source>File to write, ending in .xlsx, .csv, .geojson, .gpkg, .shp, .kml or .fgb.</source>
        <translation>要写入的文件，扩展名为 .xlsx、.csv、.geojson、.gpkg、.shp、.kml 或 .fgb。</translation>
    </message>
    <message>
        <source>Writes a table of a project to a file for other programs, and says what the file does not keep. Tiermap imports what it has written.</source>
        <translation>把工程中的一张表写成其他程序可读的文件，并说明该文件会丢失什么。Tiermap 可原样导入自己写出的文件。</translation>
    </message>
    <message>
        <source>TABLE and one -o FILE are needed.</source>
        <translation>需要指定 TABLE 和一个 -o FILE。</translation>
    </message>
    <message>
        <source>write forms for others to fill in, and collect them</source>
        <translation>制作、回收填报表</translation>
    </message>
    <message>
        <source>make a plan package for another city, or check one</source>
        <translation>为其他城市制作或检查规划包</translation>
    </message>
    <message>
        <source>Writes a form (XLSX) for each zone, to be filled in by others and collected again.</source>
        <translation>为每个片区制作一份填报表（XLSX），供各单位填写后回收。</translation>
    </message>
    <message>
        <source>Folder to write to; it is made where there is none.</source>
        <translation>输出文件夹，没有则新建。</translation>
    </message>
    <message>
        <source>Period that is asked for; may be given several times.</source>
        <translation>填报时期，可多次给出。</translation>
    </message>
    <message>
        <source>Zone that is asked, by code or name; may be given several times. All zones of the layout by default.</source>
        <translation>填报片区的代码或名称，可多次给出；缺省为格局内全部片区。</translation>
    </message>
    <message>
        <source>Key of an indicator; may be given several times. By default those of which something is known in some zone.</source>
        <translation>指标的键，可多次给出；缺省为任一片区已有数据的指标。</translation>
    </message>
    <message>
        <source>Language of the forms: zh or en.</source>
        <translation>填报表语言：zh 或 en。</translation>
    </message>
    <message>
        <source>Replace files that are there.</source>
        <translation>替换已有文件。</translation>
    </message>
    <message>
        <source>PROJECT, -o FOLDER and --period are needed.</source>
        <translation>需要给出 PROJECT、-o FOLDER 和 --period。</translation>
    </message>
    <message>
        <source>Takes filled-in forms into a project in one step that can be undone, and says of each what came back and who did not answer. The files are only read.</source>
        <translation>将填好的表一次性收入工程（可撤销），逐份说明填报情况和未报片区。文件只读取，不改动。</translation>
    </message>
    <message>
        <source>Forms, or folders of them.</source>
        <translation>填报表或其所在文件夹。</translation>
    </message>
    <message>
        <source>Source of rows that name none; without it they are refused.</source>
        <translation>未写来源的行所用的来源；不给出则这些行不采用。</translation>
    </message>
    <message>
        <source>PROJECT and the forms are needed.</source>
        <translation>需要给出 PROJECT 和填报表。</translation>
    </message>
    <message>
        <source>Forms for the zones: &quot;tiermap form write --help&quot; and &quot;tiermap form collect --help&quot; tell more.</source>
        <translation>各片区填报表：详见“tiermap form write --help”和“tiermap form collect --help”。</translation>
    </message>
    <message>
        <source>What to do.</source>
        <translation>要做什么。</translation>
    </message>
    <message>
        <source>write or collect is needed.</source>
        <translation>需要给出 write 或 collect。</translation>
    </message>
    <message>
        <source>Folder of the plan package; it is made where there is none.</source>
        <translation>规划包文件夹，没有则新建。</translation>
    </message>
    <message>
        <source>Vector file with an outline for each zone.</source>
        <translation>含各片区边界的矢量文件。</translation>
    </message>
    <message>
        <source>Field of the codes; found out by default.</source>
        <translation>代码字段；缺省自动识别。</translation>
    </message>
    <message>
        <source>Field of the names; found out by default.</source>
        <translation>名称字段；缺省自动识别。</translation>
    </message>
    <message>
        <source>Field of the tiers, or a table with zones and tiers.</source>
        <translation>层级字段，或片区与层级对照表。</translation>
    </message>
    <message>
        <source>Table of figures; may be given several times.</source>
        <translation>指标数据表，可多次给出。</translation>
    </message>
    <message>
        <source>Source of figures whose table names none.</source>
        <translation>表中未写来源的数据所用的来源。</translation>
    </message>
    <message>
        <source>Title of the plan.</source>
        <translation>规划名称。</translation>
    </message>
    <message>
        <source>Name of the city.</source>
        <translation>城市名称。</translation>
    </message>
    <message>
        <source>Since when the districts stand like this, such as 2021-04.</source>
        <translation>区划自何时起如此，如 2021-04。</translation>
    </message>
    <message>
        <source>%1: codes from &quot;%2&quot;, names from &quot;%3&quot;, coordinates in %4</source>
        <translation>%1：代码取自“%2”，名称取自“%3”，坐标系 %4</translation>
    </message>
    <message>
        <source>%1 zones, %2 tiers, %3 indicators, %4 observations</source>
        <translation>片区 %1 个，层级 %2 个，指标 %3 项，观测值 %4 条</translation>
    </message>
    <message>
        <source>%1 things are still to be filled in; &quot;tiermap plan check&quot; lists them.</source>
        <translation>尚有 %1 处待填写，可用“tiermap plan check”列出。</translation>
    </message>
    <message>
        <source>Makes a plan package of a boundary file and of tables. What they do not tell is left as a marked placeholder.</source>
        <translation>由边界文件和数据表制作规划包。资料未说明的内容留作“待填写”。</translation>
    </message>
    <message>
        <source>FOLDER and --boundaries are needed.</source>
        <translation>需要给出 FOLDER 和 --boundaries。</translation>
    </message>
    <message>
        <source>Lists everything that is wrong with a plan package or still to be filled in. Exit code 1 where it finds something.</source>
        <translation>列出规划包中的全部错误和待填写内容。有所发现时退出码为 1。</translation>
    </message>
    <message>
        <source>Folder of the plan package.</source>
        <translation>规划包文件夹。</translation>
    </message>
    <message>
        <source>The FOLDER of a plan package is needed.</source>
        <translation>需要给出规划包文件夹。</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Plan packages: &quot;tiermap plan new --help&quot; and &quot;tiermap plan check --help&quot; tell more.</source>
        <translation>规划包：详见“tiermap plan new --help”和“tiermap plan check --help”。</translation>
    </message>
    <message>
        <source>new or check is needed.</source>
        <translation>需要给出 new 或 check。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a command nor a file.</source>
        <translation>“%1”既不是命令,也不是文件。</translation>
    </message>
    <message>
        <source>there is no display for the window (neither DISPLAY nor WAYLAND_DISPLAY is set); the commands need none: tiermap --help</source>
        <translation>没有可显示窗口的环境(DISPLAY 与 WAYLAND_DISPLAY 均未设置);各命令无需显示:tiermap --help</translation>
    </message>
    <message>
        <source>Seconds after which the reading of the file is stopped; 600 by default.</source>
        <translation>读取文件超过多少秒即停止；默认600。</translation>
    </message>
    <message>
        <source>Its name in English; the same by default.</source>
        <translation>图层的英文名称；默认与名称相同。</translation>
    </message>
    <message>
        <source>goodness of variance fit: %1
</source>
        <translation>方差拟合优度：%1
</translation>
    </message>
    <message>
        <source>%1: the same
</source>
        <translation>%1：分级相同
</translation>
    </message>
    <message>
        <source>%1: another class for %2
</source>
        <translation>%1：%2 换级
</translation>
    </message>
    <message>
        <source>Parts the districts into classes of an indicator, and says which would be in another class under another method.</source>
        <translation>按一项指标为各区县分级，并说明换用其他方法时哪些区县会换级。</translation>
    </message>
    <message>
        <source>Key or name of an indicator.</source>
        <translation>指标代号或名称。</translation>
    </message>
    <message>
        <source>INDICATOR is needed.</source>
        <translation>须写明指标。</translation>
    </message>
    <message>
        <source>part the districts into classes of an indicator</source>
        <translation>按一项指标为区县分级</translation>
    </message>
    <message>
        <source>say how the map of a project is drawn</source>
        <translation>设定项目地图的表达方式</translation>
    </message>
    <message>
        <source>Says how a layer of a project is drawn. It is an edit: it can be undone.</source>
        <translation>设定项目中一个图层的表达方式。这是一次编辑，可以撤销。</translation>
    </message>
    <message>
        <source>zones or sites.</source>
        <translation>zones（片区）或 sites（点位）。</translation>
    </message>
    <message>
        <source>Keep it under this name instead of drawing with it.</source>
        <translation>以此名称存下，不用于当前地图。</translation>
    </message>
    <message>
        <source>Draw with a style that was kept, for --by another indicator where that is given.</source>
        <translation>采用存下的表达方式；同时写明 --by 时换用该指标。</translation>
    </message>
    <message>
        <source>PROJECT and LAYER are needed.</source>
        <translation>须写明项目文件和图层。</translation>
    </message>
    <message>
        <source>2025, 2025-Q1, ... or latest; without it the one that most zones have.</source>
        <translation>2025、2025-Q1 等，或 latest（各区县最近一期）；不写则取数据最全的一期。</translation>
    </message>
    <message>
        <source>value, density (per km²) or share (per cent of the city).</source>
        <translation>value（原值）、density（每平方千米）或 share（占全市百分比）。</translation>
    </message>
    <message>
        <source>equal, quantile, jenks, stddev, pretty or manual.</source>
        <translation>equal（等距）、quantile（分位数）、jenks（自然断点）、stddev（标准差）、pretty（整数）或 manual（手工）。</translation>
    </message>
    <message>
        <source>Bounds between classes: 10,20,50.</source>
        <translation>级间界值：10,20,50。</translation>
    </message>
    <message>
        <source>Indicator, by its key or name; may be given several times.</source>
        <translation>指标代号或名称；可写多次。</translation>
    </message>
    <message>
        <source>Name of a palette, or colours: #rrggbb,#rrggbb.</source>
        <translation>配色名称，或颜色：#rrggbb,#rrggbb。</translation>
    </message>
    <message>
        <source>Begin with the palette&apos;s other end.</source>
        <translation>配色反向。</translation>
    </message>
    <message>
        <source>Labels tell the numbers.</source>
        <translation>注记带数值。</translation>
    </message>
    <message>
        <source>What one dot stands for, in the indicator&apos;s unit.</source>
        <translation>每点代表的数量，以指标单位计。</translation>
    </message>
    <message>
        <source>Kilometres: bandwidth of heat, width of hexagons.</source>
        <translation>千米：热力带宽或六边形对边距。</translation>
    </message>
    <message>
        <source>Millimetres across the greatest symbol.</source>
        <translation>最大符号的直径，毫米。</translation>
    </message>
    <message>
        <source>Column that names the zones: its heading or its letter. Of sites: heading of the column that names them.</source>
        <translation>指明片区的列：表头或列标。点位表则为名称列的表头。</translation>
    </message>
    <message>
        <source>Row that states the units, from 1; 0: none does.</source>
        <translation>单位所在行，从 1 数起；0 表示没有。</translation>
    </message>
    <message>
        <source>How strong the ink is, from 0 to 1.</source>
        <translation>颜色浓度，0 至 1。</translation>
    </message>
    <message>
        <source>Kept, but not drawn.</source>
        <translation>保存但不绘制。</translation>
    </message>
    <message>
        <source>count a register of enterprises per zone</source>
        <translation>按片区统计企业名录</translation>
    </message>
    <message>
        <source>industry not known</source>
        <translation>行业不明</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>行业</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>A register: CSV, a workbook, or any vector file.</source>
        <translation>名录：CSV、工作簿或任何矢量文件。</translation>
    </message>
    <message>
        <source>Column of longitudes; found out by the usual headings.</source>
        <translation>经度列；不指定时按常用列名识别。</translation>
    </message>
    <message>
        <source>Column of latitudes.</source>
        <translation>纬度列。</translation>
    </message>
    <message>
        <source>Column that names the district by code or name. Without --lon and --lat coordinates do not count then.</source>
        <translation>写明区县代码或名称的列。此时若不指定 --lon 和 --lat，则不看坐标。</translation>
    </message>
    <message>
        <source>Column of industries after GB/T 4754.</source>
        <translation>行业列（GB/T 4754）。</translation>
    </message>
    <message>
        <source>Part the counts by &quot;industry&quot; (sections) or &quot;division&quot; of GB/T 4754.</source>
        <translation>按 GB/T 4754 的门类（industry）或大类（division）细分。</translation>
    </message>
    <message>
        <source>Datum of the coordinates: wgs84, cgcs2000, gcj02 or bd09; taken as they are where none is given.</source>
        <translation>坐标的基准：wgs84、cgcs2000、gcj02 或 bd09；不指定时按原样使用。</translation>
    </message>
    <message>
        <source>Sheet or layer of a file that has several.</source>
        <translation>文件有多个工作表或图层时，要读的那个。</translation>
    </message>
    <message>
        <source>POINTS is needed.</source>
        <translation>需要 POINTS。</translation>
    </message>
    <message>
        <source>%1: another number of classes (%2)
</source>
        <translation>%1：级数不同（%2 级）
</translation>
    </message>
    <message>
        <source>Number of classes, 1 to 9; pretty comes near it.</source>
        <translation>级数，1 到 9；pretty 只求接近。</translation>
    </message>
    <message>
        <source>Should the outlines come from a Chinese web map (GCJ-02), they lie %1 m wide of the mark: say so with --datum gcj02.</source>
        <translation>如果界线取自国内网络地图（GCJ-02），则偏移 %1 米：请用 --datum gcj02 说明。</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>LQ</source>
        <translation>区位商</translation>
    </message>
    <message>
        <source>95 % from</source>
        <translation>95% 下限</translation>
    </message>
    <message>
        <source>Specialised</source>
        <translation>专业化</translation>
    </message>
    <message>
        <source>Keep the counts in PROJECT as values of this indicator, an edit that can be undone; one that there is not is made. Needs --period.</source>
        <translation>把计数作为该指标的数值存入 PROJECT，可撤销；没有的指标会新建。需要 --period。</translation>
    </message>
    <message>
        <source>Period that the register speaks of.</source>
        <translation>名录所指的时期。</translation>
    </message>
    <message>
        <source>Title of the register; the name of its file by default.</source>
        <translation>名录的名称；默认为文件名。</translation>
    </message>
    <message>
        <source>Counts the rows of a register per zone: by their coordinates, or by district where there are none. Nothing is written but what --keep asks for.</source>
        <translation>按片区统计名录的行数：有坐标的按坐标，没有的按所在区县。除 --keep 所要求的以外不写任何内容。</translation>
    </message>
    <message>
        <source>Draw this reference layer and no other, by its key or name; may be given several times.</source>
        <translation>只画这个参考图层（键或名称）；可多次给出。</translation>
    </message>
    <message>
        <source>Draw the rows of a register, merged where they are near: CSV, a workbook or any vector file.</source>
        <translation>画出名录的各行，相近的合并：CSV、工作簿或任何矢量文件。</translation>
    </message>
    <message>
        <source>What the legend calls them; the name of the file by default.</source>
        <translation>图例中的名称；默认为文件名。</translation>
    </message>
    <message>
        <source>Count only this section or division of GB/T 4754; may be given several times.</source>
        <translation>只统计 GB/T 4754 的这一门类或大类；可多次给出。</translation>
    </message>
    <message>
        <source>Count only this size class: large, medium, small, micro, unknown; may be given several times.</source>
        <translation>只统计这一规模：large、medium、small、micro、unknown；可多次给出。</translation>
    </message>
    <message>
        <source>Count only those founded then: 2019, 2019..2023, 2019..</source>
        <translation>只统计此时成立的：2019、2019..2023、2019..</translation>
    </message>
    <message>
        <source>Count only rows that have this text in a cell.</source>
        <translation>只统计某个单元格含有这段文字的行。</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>聚集区</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Finds where the rows of a register lie close together (DBSCAN), with outlines and member rows.</source>
        <translation>找出名录中相互靠近的行（DBSCAN），给出范围和成员行号。</translation>
    </message>
    <message>
        <source>Metres within which two rows are near; by the rows&apos; own spacing without it.</source>
        <translation>两行相距多少米以内算靠近；不给出时由行的间距得出。</translation>
    </message>
    <message>
        <source>So many near rows, itself among them, make one the core of a cluster; 10 without it.</source>
        <translation>靠近的行（含自身）达到这个数即为聚集核心；默认 10。</translation>
    </message>
    <message>
        <source>Write the outlines as GeoJSON, too.</source>
        <translation>同时把范围写成 GeoJSON。</translation>
    </message>
    <message>
        <source>%1 rows with a place, %2 of them in no cluster; near is within %3 m</source>
        <translation>有位置的 %1 行，其中 %2 行不属于任何聚集区；靠近指相距 %3 米以内</translation>
    </message>
    <message>
        <source>where high or low values lie together</source>
        <translation>高值或低值在哪里聚集</translation>
    </message>
    <message>
        <source>where the rows of a register lie close together</source>
        <translation>名录的行在哪里聚集</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Neighbours</source>
        <translation>相邻数</translation>
    </message>
    <message>
        <source>Gi*</source>
        <translation>Gi*</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p 值</translation>
    </message>
    <message>
        <source>p adjusted</source>
        <translation>校正 p 值</translation>
    </message>
    <message>
        <source>least p</source>
        <translation>最小可能 p 值</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>精确</translation>
    </message>
    <message>
        <source>Spot</source>
        <translation>冷热点</translation>
    </message>
    <message>
        <source>Moran Ii</source>
        <translation>Moran Ii</translation>
    </message>
    <message>
        <source>Quadrant</source>
        <translation>象限</translation>
    </message>
    <message>
        <source>Says where high or low values of an indicator lie together: Getis-Ord Gi* and local Moran of the districts, with p-values by counting all ways to draw the neighbours where there are few enough, and the false-discovery rate kept below 5 %.</source>
        <translation>指出某指标的高值或低值在哪里聚集：各区县的 Getis-Ord Gi* 和局部 Moran，p 值在可能的情况下由穷举相邻区县的所有取法得出，错误发现率控制在 5% 以内。</translation>
    </message>
    <message>
        <source>95 % to</source>
        <translation>95% 上限</translation>
    </message>
    <message>
        <source>high among high</source>
        <translation>高值居于高值间</translation>
    </message>
    <message>
        <source>low among low</source>
        <translation>低值居于低值间</translation>
    </message>
    <message>
        <source>high among low</source>
        <translation>高值居于低值间</translation>
    </message>
    <message>
        <source>low among high</source>
        <translation>低值居于高值间</translation>
    </message>
    <message>
        <source>for: %1</source>
        <translation>支持：%1</translation>
    </message>
    <message>
        <source>against: %1</source>
        <translation>不支持：%1</translation>
    </message>
    <message>
        <source>p describes and does not prove: those who drew up the tiers knew such numbers.</source>
        <translation>p 值只作描述，不构成证明：划定层级的人了解这类数据。</translation>
    </message>
    <message>
        <source>Holds what each tier claims of its zones against their numbers: statistic, effect size and the exact p among all ways to assign the zones.</source>
        <translation>将各层级对其片区的定位与数据对照：统计量、效应大小，以及在全部划分方式中的精确 p 值。</translation>
    </message>
    <message>
        <source>what each tier claims of its zones, beside their numbers</source>
        <translation>各层级的定位与数据对照</translation>
    </message>
    <message>
        <source>what other tiers would make of the claims</source>
        <translation>换一种层级划分会怎样</translation>
    </message>
    <message>
        <source>Indicator, by its key or name; may be given several times. By default those that say which way is better and are known for half of the districts.</source>
        <translation>指标的代码或名称，可给出多次；缺省为方向明确且半数以上区县有数据的指标。</translation>
    </message>
    <message>
        <source>2025, 2025-Q1, ...; without it the one that most zones have.</source>
        <translation>2025、2025-Q1 等；缺省为多数片区都有的时期。</translation>
    </message>
    <message>
        <source>sum, product or topsis.</source>
        <translation>sum（加权和）、product（加权积）或 topsis。</translation>
    </message>
    <message>
        <source>equal, entropy, critic, or a CSV file: of indicator and weight, or, for ahp, of pairwise judgements with the indicators as headings.</source>
        <translation>equal（等权）、entropy（熵权）、critic，或 CSV 文件：指标与权重两列，或以指标为表头的两两判断矩阵（ahp）。</translation>
    </message>
    <message>
        <source>CSV file of pairwise judgements, for --weights ahp.</source>
        <translation>两两判断矩阵的 CSV 文件，配合 --weights ahp。</translation>
    </message>
    <message>
        <source>No indicator weighs more than this, from 0 to 1.</source>
        <translation>单个指标权重的上限，0 到 1。</translation>
    </message>
    <message>
        <source>How many random weights are drawn; 0: none.</source>
        <translation>随机权重的抽样次数；0 为不抽样。</translation>
    </message>
    <message>
        <source>The same seed draws the same weights.</source>
        <translation>随机种子相同，抽样相同。</translation>
    </message>
    <message>
        <source>Also write the calculation as a workbook with formulas.</source>
        <translation>另将计算过程写成带公式的工作簿。</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>得分</translation>
    </message>
    <message>
        <source>at least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>至多</translation>
    </message>
    <message>
        <source>best rank</source>
        <translation>最好位次</translation>
    </message>
    <message>
        <source>worst rank</source>
        <translation>最差位次</translation>
    </message>
    <message>
        <source>%1: one zone alone has something, so entropy gives it the greatest weight there can be; --cap bounds it.</source>
        <translation>%1：只有一个片区有数值，熵权因此给它最大的权重；可用 --cap 限制。</translation>
    </message>
    <message>
        <source>Illustrative numbers are among them: this says nothing of the real zones.</source>
        <translation>其中有示意数据：结果与真实片区无关。</translation>
    </message>
    <message>
        <source>Compares the districts by several indicators at once, and says what the order owes to weights, methods and missing numbers. Tiers are roles: see also &quot;claims&quot;.</source>
        <translation>用多个指标综合比较各区县，并说明次序在多大程度上取决于权重、方法与缺失数据。层级是定位而非名次：另见 claims。</translation>
    </message>
    <message>
        <source>Of hangzhou: add made-up numbers, marked as such, to try comparisons out where few are published.</source>
        <translation>仅用于 hangzhou：加入编造并标明的示意数据，供在公布数据较少时试用比较功能。</translation>
    </message>
    <message>
        <source>share (of the base), capacity, role, or three weights of these: 0.6,0.2,0.2.</source>
        <translation>share（按基数占比）、capacity（按承载力）、role（按定位系数），或三者的权重：0.6,0.2,0.2。</translation>
    </message>
    <message>
        <source>Indicator that says what districts have; without it all have the same. Of a target in per cent: of what it is a share; of growth: what grows.</source>
        <translation>表示各区县基数的指标，缺省为各区县相同；比重类目标为其分母，增速类目标为增长的对象。</translation>
    </message>
    <message>
        <source>Indicator that says what districts could have.</source>
        <translation>表示各区县承载力的指标。</translation>
    </message>
    <message>
        <source>Factors of tiers: lead=2,linked=1.5; 1 where none is given.</source>
        <translation>各层级的定位系数：lead=2,linked=1.5；未给出者为 1。</translation>
    </message>
    <message>
        <source>Part that a district is to have: 330108=500.</source>
        <translation>锁定某区县的份额：330108=500。</translation>
    </message>
    <message>
        <source>Least part of a district.</source>
        <translation>某区县份额的下限。</translation>
    </message>
    <message>
        <source>Greatest part of a district.</source>
        <translation>某区县份额的上限。</translation>
    </message>
    <message>
        <source>Parts are whole multiples of this.</source>
        <translation>份额取此数的整数倍。</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新值</translation>
    </message>
    <message>
        <source>as of</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>met</source>
        <translation>已达到</translation>
    </message>
    <message>
        <source>needed, % a year</source>
        <translation>所需年均增速（%）</translation>
    </message>
    <message>
        <source>best so far, % a year</source>
        <translation>历史最高年均增速（%）</translation>
    </message>
    <message>
        <source>measures</source>
        <translation>举措</translation>
    </message>
    <message>
        <source>part</source>
        <translation>份额</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Lists the plan&apos;s quantified targets, where the city stands, and what it takes to get there. They are set for the city; --decompose proposes a split over its districts.</source>
        <translation>列出规划的量化目标、全市现状以及达到目标所需的增速。目标只对全市提出；--decompose 给出对各区县的分解建议。</translation>
    </message>
    <message>
        <source>Split this target over the districts: a proposal.</source>
        <translation>将该目标分解到各区县（建议）。</translation>
    </message>
    <message>
        <source>A zone and its other tier: 330113:lead; may be given several times.</source>
        <translation>片区及其新层级：330113:lead，可给出多次。</translation>
    </message>
    <message>
        <source>Split this target before and after.</source>
        <translation>对比该目标调整前后的分解。</translation>
    </message>
    <message>
        <source>compare the districts by several indicators at once</source>
        <translation>用多个指标综合比较各区县</translation>
    </message>
    <message>
        <source>write what is known of a zone as PDF and HTML</source>
        <translation>将片区档案写成 PDF 与 HTML</translation>
    </message>
    <message>
        <source>Zone by its code or name.</source>
        <translation>片区的代码或名称。</translation>
    </message>
    <message>
        <source>A dossier for each zone of the layout.</source>
        <translation>为布局中的每个片区各写一份档案。</translation>
    </message>
    <message>
        <source>Language of the dossiers: zh or en.</source>
        <translation>档案的语言：zh 或 en。</translation>
    </message>
    <message>
        <source>pdf, html or both.</source>
        <translation>格式：pdf、html 或 both（两种都写）。</translation>
    </message>
    <message>
        <source>List changes only from a date on, such as 2026-01-31.</source>
        <translation>只列自某日起的变更，如 2026-01-31。</translation>
    </message>
    <message>
        <source>Writes what is known of a zone as PDF and HTML: map, role, claim, indicators with their sources, measures, sites, comparison and changes. Nothing half-written is left behind.</source>
        <translation>把片区的已知情况写成 PDF 和 HTML 档案：位置图、作用、层级判断、指标及来源、举措、点位、比较和变更记录。不会留下写了一半的文件。</translation>
    </message>
    <message>
        <source>One ZONE or --all, and -o FOLDER, are needed.</source>
        <translation>须给出一个片区或 --all，并用 -o 给出文件夹。</translation>
    </message>
    <message>
        <source>change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>as all grew</source>
        <translation>随全体增长</translation>
    </message>
    <message>
        <source>by its mix</source>
        <translation>结构效应</translation>
    </message>
    <message>
        <source>of its own</source>
        <translation>自身效应</translation>
    </message>
    <message>
        <source>%1 (%2): from %3 to %4, together, in the zones that have both.</source>
        <translation>%1（%2）：两期都有数据的片区合计由 %3 变为 %4。</translation>
    </message>
    <message>
        <source>No data: %1</source>
        <translation>无数据：%1</translation>
    </message>
    <message>
        <source>Of the change %1 come from the growth of %2, %3 from its moving between zones, %4 from the value for each of it.</source>
        <translation>变化中，%2的总量增长贡献 %1，其在片区间的转移贡献 %3，单位数值的变化贡献 %4。</translation>
    </message>
    <message>
        <source>The plan wants %1 of the city.</source>
        <translation>规划对全市的目标为 %1。</translation>
    </message>
    <message>
        <source>Says what an indicator changed by between two periods, and why: shift-share by district and part, and, with --per, a decomposition (LMDI) without a residual.</source>
        <translation>说明指标在两个时期之间变化了多少、为什么：按区县与组成部分作偏离—份额分析；给出 --per 时作无残差的 LMDI 分解。</translation>
    </message>
    <message>
        <source>First period: 2021, 2021-Q1, ...</source>
        <translation>起始时期：2021、2021-Q1 等。</translation>
    </message>
    <message>
        <source>Last period.</source>
        <translation>终止时期。</translation>
    </message>
    <message>
        <source>Indicator that is a part of it, such as an industry; may be given several times.</source>
        <translation>作为其组成部分的指标（如行业），可给出多次。</translation>
    </message>
    <message>
        <source>Indicator that it is divided by, such as pop_resident.</source>
        <translation>作为分母的指标，如 pop_resident。</translation>
    </message>
    <message>
        <source>--from and --to are needed.</source>
        <translation>需要给出 --from 与 --to。</translation>
    </message>
    <message>
        <source>why an indicator changed between two periods</source>
        <translation>指标在两个时期之间为何变化</translation>
    </message>
    <message>
        <source>expected rank (weighted sum, random weights)</source>
        <translation>期望位次（加权和，随机权重）</translation>
    </message>
    <message>
        <source>%1 is known for one zone only: it tells no zone from another.</source>
        <translation>%1：只有一个片区有数据，无法区分。</translation>
    </message>
    <message>
        <source>%1 is the same for all that have it: it tells no zone from another.</source>
        <translation>%1：有数据的片区都相同，无法区分。</translation>
    </message>
    <message>
        <source>illustrative</source>
        <translation>示意</translation>
    </message>
    <message>
        <source>%1: part of the target %2 → %3</source>
        <translation>%1：目标份额 %2 → %3</translation>
    </message>
    <message>
        <source>figures that a project keeps; which of those written are out of date</source>
        <translation>项目保存的图件；已输出的图件哪些已过时</translation>
    </message>
    <message>
        <source>A register: CSV, a workbook, any vector file, or the name of one that PROJECT keeps.</source>
        <translation>名录：CSV、工作簿、任何矢量文件，或 PROJECT 保存的名录名称。</translation>
    </message>
    <message>
        <source>Keep the register in PROJECT as a layer of this name, with its columns and filter: its file stays where it is. From then on the name does for POINTS.</source>
        <translation>以此名称把名录作为图层保存在 PROJECT 中，连同列和筛选条件：文件留在原处。此后可用该名称代替 POINTS。</translation>
    </message>
    <message>
        <source>PROJECT is needed with --keep and --layer.</source>
        <translation>--keep 和 --layer 需要 PROJECT。</translation>
    </message>
    <message>
        <source>--period is needed with --keep.</source>
        <translation>--keep 需要 --period。</translation>
    </message>
    <message>
        <source>How many pages to draw at a time; as many as processors.</source>
        <translation>同时绘制的页数；默认与处理器数相同。</translation>
    </message>
    <message>
        <source>--jobs goes with --atlas.</source>
        <translation>--jobs 须与 --atlas 一起使用。</translation>
    </message>
    <message>
        <source>The figures that a project keeps.</source>
        <translation>项目保存的图件。</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>键</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>图件</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Prints a figure as JSON, to be changed, kept or given to others: &quot;tiermap export --figure FILE.json&quot; draws it.</source>
        <translation>把图件输出为 JSON，可修改、保存或交给他人；用“tiermap export --figure FILE.json”绘制。</translation>
    </message>
    <message>
        <source>Keeps a figure in the project under a name, over one that has it; it can be undone.</source>
        <translation>以某个名称把图件保存在项目中，同名的被替换；可以撤销。</translation>
    </message>
    <message>
        <source>Name to keep it under.</source>
        <translation>保存所用的名称。</translation>
    </message>
    <message>
        <source>PROJECT and NAME are needed.</source>
        <translation>需要 PROJECT 和 NAME。</translation>
    </message>
    <message>
        <source>Takes a figure out of a project.</source>
        <translation>从项目中移除图件。</translation>
    </message>
    <message>
        <source>Its name.</source>
        <translation>其名称。</translation>
    </message>
    <message>
        <source>What a cartographer would look at before the figure leaves the office. With --profile public, what must not be is an error.</source>
        <translation>图件送出之前制图人员会检查的内容。使用 --profile public 时，不应出现的情况视为错误。</translation>
    </message>
    <message>
        <source>Nothing to mend.</source>
        <translation>没有需要修改之处。</translation>
    </message>
    <message>
        <source>Whether a figure still says what the project says, and if not, which values moved. The file itself tells what it shows.</source>
        <translation>图件是否仍与项目一致；若不一致，列出哪些数值有变化。图件所示内容记录在文件自身中。</translation>
    </message>
    <message>
        <source>A figure: PDF, SVG or PNG.</source>
        <translation>图件：PDF、SVG 或 PNG。</translation>
    </message>
    <message>
        <source>FILE is needed.</source>
        <translation>需要 FILE。</translation>
    </message>
    <message>
        <source>The figure says what the project says.</source>
        <translation>图件与项目一致。</translation>
    </message>
    <message>
        <source>The figure no longer says what the project says:</source>
        <translation>图件与项目不再一致：</translation>
    </message>
    <message>
        <source>Which files that the project&apos;s figures were written to no longer say what the project says, and what moved.</source>
        <translation>由项目图件输出的文件中，哪些与项目不再一致，以及有何变化。</translation>
    </message>
    <message>
        <source>Draw these anew, each by what it was drawn by.</source>
        <translation>按各自原来的设置重新绘制这些文件。</translation>
    </message>
    <message>
        <source>%1: not there any more</source>
        <translation>%1：文件已不存在</translation>
    </message>
    <message>
        <source>drawn anew</source>
        <translation>已重新绘制</translation>
    </message>
    <message>
        <source>%1 of %2 files say what the project says.</source>
        <translation>%2 个文件中有 %1 个与项目一致。</translation>
    </message>
    <message>
        <source>Figures that a project keeps, and those that were written: &quot;tiermap figure save --help&quot; and the like tell more.</source>
        <translation>项目保存的图件和已输出的图件文件；详见“tiermap figure save --help”等。</translation>
    </message>
    <message>
        <source>One of these is needed: %1.</source>
        <translation>需要其中之一：%1。</translation>
    </message>
    <message>
        <source>%1 rows in %2 hexagons of %3 km: %4 are hot spots, %5 cold ones</source>
        <translation>%1 行落在 %2 个宽 %3 千米的六边形中：热点 %4 个，冷点 %5 个</translation>
    </message>
    <message>
        <source>Instead of an indicator, count the rows of a register in hexagons of this width over the districts: POINTS takes the place of INDICATOR.</source>
        <translation>不用指标，而是统计名录各行在覆盖各区县、宽度如此的六边形中的数量：以 POINTS 代替 INDICATOR。</translation>
    </message>
    <message>
        <source>Write the hexagons that are spots as GeoJSON, too.</source>
        <translation>同时把属于热点或冷点的六边形写成 GeoJSON。</translation>
    </message>
    <message>
        <source>-o goes with --hexagons.</source>
        <translation>-o 须与 --hexagons 一起使用。</translation>
    </message>
    <message>
        <source>Which figure: layout; map for one of an indicator; one that the project keeps, or a JSON file.</source>
        <translation>哪种图件：layout 为空间布局图；map 为指标图；或项目保存的图件名称，或 JSON 文件。</translation>
    </message>
    <message>
        <source>Begin with: layout, graduated, bivariate, enterprises, clusters, zone, slide, print.</source>
        <translation>起始模板：layout、graduated、bivariate、enterprises、clusters、zone、slide、print。</translation>
    </message>
    <message>
        <source>Page size: A5 to A0, slide, column or page (of a journal), or millimetres like 210x148; A4 by default.</source>
        <translation>页面大小：A5 至 A0、slide、column 或 page（期刊），或毫米数如 210x148；默认 A4。</translation>
    </message>
    <message>
        <source>How much larger than on an A4 page text and lines are; by the size without it.</source>
        <translation>文字和线条相对 A4 页面放大的倍数；不给则按页面大小确定。</translation>
    </message>
    <message>
        <source>Fit the map to this zone, by code or name; may be given several times.</source>
        <translation>让地图范围适合该区域（代码或名称）；可多次给出。</translation>
    </message>
    <message>
        <source>Title in the place of the usual one.</source>
        <translation>代替默认图名的图名。</translation>
    </message>
    <message>
        <source>Line below the title.</source>
        <translation>图名下方的一行文字。</translation>
    </message>
    <message>
        <source>Who issues the sheet (编制单位).</source>
        <translation>编制单位。</translation>
    </message>
    <message>
        <source>Who drew it (制图).</source>
        <translation>制图人。</translation>
    </message>
    <message>
        <source>Date to print; none without it.</source>
        <translation>印在图上的日期；不给则不印。</translation>
    </message>
    <message>
        <source>Number of the sheet (图号).</source>
        <translation>图号。</translation>
    </message>
    <message>
        <source>Class of secrecy (密级).</source>
        <translation>密级。</translation>
    </message>
    <message>
        <source>internal: says so across the sheet; public: must have all that a published map needs.</source>
        <translation>internal：在图面上注明内部资料；public：须具备公开地图所需的全部内容。</translation>
    </message>
    <message>
        <source>For black and white printers: greys and patterns.</source>
        <translation>用于黑白打印：灰度和图案。</translation>
    </message>
    <message>
        <source>A layer is drawn from this scale on: 50000 for 1:50,000.</source>
        <translation>图层自此比例尺起绘制：50000 表示 1:50,000。</translation>
    </message>
    <message>
        <source>A layer is drawn down to this scale.</source>
        <translation>图层绘制到此比例尺为止。</translation>
    </message>
    <message>
        <source>No class lies on both sides of this number; target: the plan&apos;s, where a ratio has one.</source>
        <translation>任何一级都不跨越此数；target 取规划对该比率指标的目标值。</translation>
    </message>
    <message>
        <source>graduated, proportional, graduated-symbols, bars, pies, dots, bivariate, ranks; of sites heat or hexagons; tiers. Without it what suits the indicator.</source>
        <translation>graduated（分级设色）、proportional（比例符号）、graduated-symbols（分级符号）、bars（柱状图）、pies（饼图）、dots（点密度）、bivariate（双变量）、ranks（综合位次）；点位用 heat（热力）或 hexagons（六边形）；tiers（层级）。不写则按指标取合适的一种。</translation>
    </message>
    <message>
        <source>Drawn from this scale on: 50000 for 1:50,000.</source>
        <translation>自此比例尺起绘制：50000 表示 1:50,000。</translation>
    </message>
    <message>
        <source>Drawn down to this scale.</source>
        <translation>绘制到此比例尺为止。</translation>
    </message>
    <message>
        <source>Says what other tiers would make of the claims: a scenario over the adopted plan, which stays as it is. --fewest looks for the fewest moves that make all claims consistent; with --move, for the fewest further ones.</source>
        <translation>说明换一种层级划分后各定位与数据是否相符：情景方案不改动现行规划。--fewest 寻找使所有定位都与数据相符的最少调整；与 --move 同用时，寻找还需的最少调整。</translation>
    </message>
    <message>
        <source>Look for the fewest moves that make all claims consistent, beside those of --move, which are kept.</source>
        <translation>寻找使所有定位都与数据相符的最少调整；--move 给出的调整保留不变。</translation>
    </message>
    <message>
        <source>Add a small map of the city in its province.</source>
        <translation>添加表示城市在省内位置的小图。</translation>
    </message>
    <message>
        <source>write the whole story of a plan as PDF or HTML</source>
        <translation>写出规划的完整报告 (PDF 或 HTML)</translation>
    </message>
    <message>
        <source>File to write, ending in .pdf, .svg, .png or .tif; may be given several times.</source>
        <translation>要写的文件, 以 .pdf、.svg、.png 或 .tif 结尾; 可给出多个。</translation>
    </message>
    <message>
        <source>A page for each: by=zone, by=tier, by=indicator, by=year, or each pair of two: by=zone,indicator. A PDF has all of them with an index; or -o &quot;map-{key}.png&quot; a file for each, with {key}, {name} or {number}. Files that show what they would show again are left.</source>
        <translation>每项一页: by=zone (片区)、by=tier (层级)、by=indicator (指标)、by=year (年份), 或两者的每一组合: by=zone,indicator。PDF 收入全部页并附索引; 或用 -o &quot;map-{key}.png&quot; 每页一个文件, 文件名含 {key}、{name} 或 {number}。内容未变的文件不再重画。</translation>
    </message>
    <message>
        <source>Writes the whole story of a plan: layout, targets and progress, comparison, each tier, each zone, sources, with contents and bookmarks. Nothing half-written is left behind.</source>
        <translation>写出规划的完整报告: 空间布局、目标与进展、比较、各层级、各片区、资料来源, 附目录与书签。不留下写了一半的文件。</translation>
    </message>
    <message>
        <source>File to write, ending in .pdf or .html; may be given twice.</source>
        <translation>要写的文件, 以 .pdf 或 .html 结尾; 可给出两个。</translation>
    </message>
    <message>
        <source>Language of the report: zh or en.</source>
        <translation>报告的语言: zh 或 en。</translation>
    </message>
    <message>
        <source>Dots per inch of a PNG or TIFF, 36 to 1200; 300 by default.</source>
        <translation>PNG 或 TIFF 每英寸点数, 36 至 1200; 默认 300。</translation>
    </message>
    <message>
        <source>The file says where the map lies: a PDF and a TIFF (GeoTIFF) themselves, a PNG by a world file beside it.</source>
        <translation>文件写明地图所在位置: PDF 与 TIFF (GeoTIFF) 写在文件内, PNG 写在旁边的坐标文件 (world file) 中。</translation>
    </message>
    <message>
        <source>Moves</source>
        <translation>调整</translation>
    </message>
    <message>
        <source>Keep the moves in the project under this name.</source>
        <translation>以此名称把各项调整存入项目。</translation>
    </message>
    <message>
        <source>List the scenarios that the project keeps.</source>
        <translation>列出项目中保存的情景方案。</translation>
    </message>
    <message>
        <source>--move, --scenario, --fewest or --list is needed.</source>
        <translation>需要 --move、--scenario、--fewest 或 --list。</translation>
    </message>
    <message>
        <source>--save goes with PROJECT and --move or --scenario.</source>
        <translation>--save 须与 PROJECT 及 --move 或 --scenario 同用。</translation>
    </message>
    <message>
        <source>--clusters and --hexagons go with --layer.</source>
        <translation>--clusters 和 --hexagons 须与 --layer 同用。</translation>
    </message>
    <message>
        <source>A scenario that the project keeps; --move adds to it.</source>
        <translation>项目中保存的情景方案；--move 在其上增加调整。</translation>
    </message>
    <message>
        <source>Outline where rows of a register lie close together (DBSCAN): near is within so many metres, or auto.</source>
        <translation>勾画名录中点位密集之处（DBSCAN）：多少米以内算邻近，或 auto。</translation>
    </message>
    <message>
        <source>Hatch hot and cold spots of its rows (Getis-Ord Gi*) in hexagons of this width, or auto.</source>
        <translation>以该宽度（千米）的六边形绘出名录点位的热点与冷点（Getis-Ord Gi*），或 auto。</translation>
    </message>
    <message>
        <source>Scale of the map, as its denominator; the largest round one that fits without.</source>
        <translation>地图比例尺的分母；不给时取容得下的最大整数比例尺。</translation>
    </message>
    <message>
        <source>by_scale, equal_area or gauss_krueger.</source>
        <translation>by_scale（随比例尺）、equal_area（等积）或 gauss_krueger（高斯-克吕格）。</translation>
    </message>
    <message>
        <source>Family of the sheet&apos;s font; WenQuanYi Micro Hei without it.</source>
        <translation>图面字体；不给时用 WenQuanYi Micro Hei。</translation>
    </message>
</context>
<context>
    <name>Comparison</name>
    <message>
        <source>%1 has an entropy weight of %2 because of one zone: only %3 stands above the least value.</source>
        <translation>%1的熵权达%2，仅由一个片区造成：只有%3高于最小值。</translation>
    </message>
    <message>
        <source>%1 has an entropy weight of %2: more than all other indicators together.</source>
        <translation>%1的熵权达%2，超过其余指标之和。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Tells no zone from another, since all known values are equal: %1.</source>
        <translation>已知数值全部相同，不能区分片区的指标：%1。</translation>
    </message>
    <message>
        <source>The plan does not say which way is better, so more counts as better: %1.</source>
        <translation>规划未说明方向，按越大越好计的指标：%1。</translation>
    </message>
    <message>
        <source>The indicators are of different periods: %1.</source>
        <translation>各指标的时期不同：%1。</translation>
    </message>
    <message>
        <source>%1 before %2</source>
        <translation>%1排在%2之前</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>level</source>
        <translation>水平</translation>
    </message>
    <message>
        <source>specialisation</source>
        <translation>专业化</translation>
    </message>
    <message>
        <source>throughput</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>distinctness</source>
        <translation>差异化</translation>
    </message>
    <message>
        <source>weighted sum</source>
        <translation>加权求和</translation>
    </message>
    <message>
        <source>weighted product</source>
        <translation>加权乘积</translation>
    </message>
    <message>
        <source>TOPSIS</source>
        <translation>TOPSIS</translation>
    </message>
    <message>
        <source>equal</source>
        <translation>等权</translation>
    </message>
    <message>
        <source>entropy</source>
        <translation>熵权</translation>
    </message>
    <message>
        <source>CRITIC</source>
        <translation>CRITIC</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>* Illustrative numbers are among the values: this says nothing of the real zones.</source>
        <translation>* 数值中含示意数，不反映各片区实际情况。</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>equal in all zones that have it</source>
        <translation>有数片区的数值全部相同</translation>
    </message>
    <message>
        <source>%1 and %2 are level; the weight of %3 is %4.</source>
        <translation>%1与%2得分相同；%3的权重为%4。</translation>
    </message>
    <message>
        <source>%1 leads %2 unless the weight of %3 exceeds %4 (now %5).</source>
        <translation>%1领先于%2，除非%3的权重高于%4（现为%5）。</translation>
    </message>
    <message>
        <source>%1 leads %2 unless the weight of %3 falls below %4 (now %5).</source>
        <translation>%1领先于%2，除非%3的权重低于%4（现为%5）。</translation>
    </message>
    <message>
        <source>Without the zone %1: %2.</source>
        <translation>去掉片区%1后：%2。</translation>
    </message>
    <message>
        <source>Without the indicator %1: %2.</source>
        <translation>去掉指标%1后：%2。</translation>
    </message>
    <message>
        <source>%1 more pairs</source>
        <translation>另有 %1 对</translation>
    </message>
</context>
<context>
    <name>Document</name>
    <message>
        <source>the project was copied</source>
        <translation>项目另存副本</translation>
    </message>
</context>
<context>
    <name>Edit</name>
    <message>
        <source>tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>value</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>measure</source>
        <translation>措施</translation>
    </message>
    <message>
        <source>site</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>surroundings</source>
        <translation>周边要素</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>图件</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%2 %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 等,另有 %2 处</translation>
    </message>
    <message>
        <source>boundaries</source>
        <translation>界线</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>style</source>
        <translation>地图表达</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>情景方案</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message numerus="yes">
        <source>The outlines of %n rows are left out: a table has no place for them.</source>
        <translation>
            <numerusform>%n 行的界线不写出：表格无处存放。</numerusform>
        </translation>
    </message>
    <message>
        <source>The file cannot say that its coordinates are CGCS2000 degrees; tell whoever gets it.</source>
        <translation>文件无法注明坐标为 CGCS2000 经纬度，请告知接收方。</translation>
    </message>
    <message>
        <source>The format only knows WGS 84: the coordinates are CGCS2000, less than a metre off, and the file says WGS 84.</source>
        <translation>该格式只认 WGS 84：坐标实为 CGCS2000，相差不到一米，文件中标注为 WGS 84。</translation>
    </message>
    <message numerus="yes">
        <source>%n names of fields are shortened (%1); the file …_fields.csv has them in full.</source>
        <translation>
            <numerusform>%n 个字段名被缩短（%1）；全名见 …_fields.csv 文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts are longer than %1 and are cut.</source>
        <translation>
            <numerusform>%n 处文本超过 %1，将被截断。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n texts look like numbers or dates, such as %1; a program that opens the file may change them.</source>
        <translation>
            <numerusform>%n 处文本形似数字或日期（如 %1），打开文件的程序可能会改动它们。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n texts line ends become line feeds, and control characters are left out.</source>
        <translation>
            <numerusform>%n 处文本中的换行统一为 LF，控制字符不写出。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n rows numbers keep no more than 15 or 16 digits.</source>
        <translation>
            <numerusform>%n 行的数字最多保留 15 至 16 位有效数字。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n empty texts cannot be told from missing ones.</source>
        <translation>
            <numerusform>%n 处空文本将无法与缺失值区分。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Blanks at the end of %n texts are left out.</source>
        <translation>
            <numerusform>%n 处文本末尾的空格不写出。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 (fields: %2)</source>
        <translation>%1（字段：%2）</translation>
    </message>
    <message>
        <source>Files of the kind .%1 hold outlines and points, of which this table has none; choose one of: %2.</source>
        <translation>.%1 文件存放界线和点位，而此表没有；可选：%2。</translation>
    </message>
    <message>
        <source>A file of the kind .%1 holds either points, lines or areas, and this table has several of them; choose another kind.</source>
        <translation>.%1 文件只能存放点、线、面中的一种，而此表不止一种；请另选格式。</translation>
    </message>
    <message>
        <source>A file of the kind .%1 holds at most %2 rows, and this table has more; choose another kind.</source>
        <translation>.%1 文件最多 %2 行，此表超出；请另选格式。</translation>
    </message>
    <message>
        <source>The file is a Tiermap project, which an export does not take the place of; choose another name.</source>
        <translation>该文件是 Tiermap 项目,不能被导出结果替换；请另取名称。</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Observations</source>
        <translation>观测值</translation>
    </message>
    <message>
        <source>Totals and their parts</source>
        <translation>合计与分项</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Measures</source>
        <translation>举措</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>平台与基地</translation>
    </message>
    <message>
        <source>Surroundings</source>
        <translation>周边底图</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>图件</translation>
    </message>
    <message>
        <source>Former units</source>
        <translation>原行政区划</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>Shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message>
        <source>%1 (.%2)</source>
        <translation>%1（.%2）</translation>
    </message>
    <message>
        <source>Boundaries</source>
        <translation>界线</translation>
    </message>
    <message>
        <source>Reference layers</source>
        <translation>参考图层</translation>
    </message>
    <message>
        <source>Map styles</source>
        <translation>地图表达方式</translation>
    </message>
    <message>
        <source>Claims of tiers</source>
        <translation>层级定位</translation>
    </message>
    <message>
        <source>Indicators of claims</source>
        <translation>定位的指标</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>情景方案</translation>
    </message>
</context>
<context>
    <name>Figure</name>
    <message>
        <source>There is no map approval number (审图号).</source>
        <translation>没有审图号。</translation>
    </message>
    <message>
        <source>Nobody is said to issue the sheet (编制单位).</source>
        <translation>没有编制单位。</translation>
    </message>
    <message>
        <source>The sheet has no date.</source>
        <translation>没有制图日期。</translation>
    </message>
    <message>
        <source>The boundaries are sketches; load official ones before it is published.</source>
        <translation>界线为示意；公开之前请载入正式界线。</translation>
    </message>
    <message>
        <source>There was no room for the name of %1.</source>
        <translation>%1 的名称放不下。</translation>
    </message>
    <message>
        <source>The smallest text has %1 pt at the printed size; %2 pt can be read. Take a larger page or magnification.</source>
        <translation>最小的文字在成图尺寸下为 %1 磅；至少 %2 磅才能看清。请用更大的页面或放大倍数。</translation>
    </message>
    <message>
        <source>“%1” has a contrast of %2 with its ground; %3 is the least for text.</source>
        <translation>“%1”与底色的对比度为 %2；文字至少需要 %3。</translation>
    </message>
    <message>
        <source>Nobody has said which datum the layer “%1” has: it may lie half a kilometre off.</source>
        <translation>图层“%1”的坐标基准未说明：可能偏移约半千米。</translation>
    </message>
    <message>
        <source>The layer “%1” shows boundaries of %2, the plan those of %3.</source>
        <translation>图层“%1”为 %2 的界线，规划为 %3 的界线。</translation>
    </message>
    <message>
        <source>error: %1</source>
        <translation>错误：%1</translation>
    </message>
    <message>
        <source>warning: %1</source>
        <translation>提醒：%1</translation>
    </message>
    <message>
        <source> (accepted: %1)</source>
        <translation>（已接受：%1）</translation>
    </message>
    <message>
        <source>%1 pages written</source>
        <translation>写出 %1 页</translation>
    </message>
    <message>
        <source>%1 left, as they show the same</source>
        <translation>%1 页内容相同，未重写</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 页失败</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>The boundaries are others.</source>
        <translation>界线已不同。</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>shapes</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1, %2: %3 → %4</source>
        <translation>%1，%2：%3 → %4</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Enlarged part</source>
        <translation>局部放大图</translation>
    </message>
    <message>
        <source>title</source>
        <translation>图名</translation>
    </message>
    <message>
        <source>foot</source>
        <translation>图脚</translation>
    </message>
    <message>
        <source>%1 and %2 overlap.</source>
        <translation>%1与%2重叠。</translation>
    </message>
    <message>
        <source>The legend does not say “%1”; the words for it are not printed.</source>
        <translation>图例中没有“%1”，为它另写的文字未印出。</translation>
    </message>
    <message>
        <source>“%2” has numbers that “%1” has not; the legend keeps to the data.</source>
        <translation>“%2”含有“%1”中没有的数字，图例仍按数据印出。</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>位置图</translation>
    </message>
    <message>
        <source>There was no room for the overview in the province; move the legend, or take a larger page.</source>
        <translation>没有地方放省内位置图；请移动图例，或换更大的页面。</translation>
    </message>
    <message>
        <source>An overview shows the city in its province, and Tiermap has no outline of that province.</source>
        <translation>位置图表示城市在省内的位置，而程序没有该省的界线。</translation>
    </message>
    <message>
        <source>Block %1</source>
        <translation>版块 %1</translation>
    </message>
    <message>
        <source>scale bar</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>At this scale the map is larger than its frame and is cut off.</source>
        <translation>按此比例尺，地图大于图框，边缘被裁去。</translation>
    </message>
    <message>
        <source>In a PDF a search does not find these characters of this font: %1</source>
        <translation>用此字体导出的 PDF 中，这些字搜索不到：%1</translation>
    </message>
</context>
<context>
    <name>Finding</name>
    <message>
        <source>%1, %2: the total is given as %3, its parts make %4; the difference is %5.</source>
        <translation>%1,%2:所列合计为 %3,各部分相加为 %4,相差 %5。</translation>
    </message>
    <message>
        <source>%1, %2, %3: the value %4 is not allowed; rule: %5.</source>
        <translation>%1,%2,%3:数值 %4 不合规则;规则:%5。</translation>
    </message>
    <message>
        <source>%1, %2: there is no adopted value and no reason for that; rule: %3.</source>
        <translation>%1,%2:没有采用值,也没有写明缺数原因;规则:%3。</translation>
    </message>
    <message>
        <source>The tier &quot;%1&quot; has %2 zones; rule: %3.</source>
        <translation>“%1”层级有 %2 个片区;规则:%3。</translation>
    </message>
    <message>
        <source>%1: the code %2 is not allowed; rule: %3.</source>
        <translation>%1:代码 %2 不合规则;规则:%3。</translation>
    </message>
</context>
<context>
    <name>Forms</name>
    <message>
        <source>%1 of %2 rows filled in: %3 used (%4 of them without a value), %5 as before, %6 refused</source>
        <translation>共 %2 行，已填 %1 行：采用 %3 行（其中 %4 行为缺失原因），与已有一致 %5 行，不采用 %6 行</translation>
    </message>
    <message>
        <source>nothing is filled in (%1 rows)</source>
        <translation>未填写（共 %1 行）</translation>
    </message>
    <message>
        <source>not a form that Tiermap wrote; it is left alone</source>
        <translation>不是本程序制作的填报表，未处理</translation>
    </message>
    <message>
        <source>its headings have been changed or removed, so nothing of it is used; fill in a fresh form</source>
        <translation>表头已被改动或删除，整表未采用；请重新填写一份</translation>
    </message>
    <message>
        <source>a form of another plan (%1); nothing of it is used</source>
        <translation>是另一规划（%1）的填报表，未采用</translation>
    </message>
    <message>
        <source>the plan has no zone %1; nothing of it is used</source>
        <translation>规划中没有片区 %1，未采用</translation>
    </message>
    <message>
        <source>says the same as %1 and is not counted again</source>
        <translation>与 %1 内容相同，不重复计入</translation>
    </message>
    <message>
        <source>contradicts %1; neither is used until one of them is put aside</source>
        <translation>与 %1 相矛盾，两份均未采用；请移走其中一份后重新回收</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>filled in by %1</source>
        <translation>填报：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>No form from: %1</source>
        <translation>未报：%1</translation>
    </message>
    <message>
        <source>files: %1; forms of this plan among them: %2; answers: %3 used, %4 as before, %5 refused, %6 in forms that contradict each other; zones without a form: %7</source>
        <translation>文件：%1；其中本规划的表单：%2；填报值：采用 %3，与原来相同 %4，拒绝 %5，因表单相互矛盾而搁置 %6；没有表单的片区：%7</translation>
    </message>
</context>
<context>
    <name>Import</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, %2, %3: made up of several earlier units (%4), whose values of this kind do not add up</source>
        <translation>%1 %2 %3: 由多个原片区组成（%4）,该类指标不可相加</translation>
    </message>
    <message>
        <source>%1, %2, %3: the bounds of its parts (%4) make no bound of the sum</source>
        <translation>%1 %2 %3: 各组成部分（%4）的界限值无法合成总和的界限</translation>
    </message>
    <message>
        <source>%1, %2, %3: boundaries have changed, and %4 cannot be split</source>
        <translation>%1 %2 %3: 区划已调整,%4 无法拆分</translation>
    </message>
    <message>
        <source>no zone is named</source>
        <translation>未注明片区</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no zone of this plan</source>
        <translation>“%1”不是本规划的片区</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is an earlier unit; its area lies in %2 today</source>
        <translation>“%1”为原区划,其范围现属%2</translation>
    </message>
    <message>
        <source>%1, %2, %3 is the sum of %4</source>
        <translation>%1 %2 %3 由 %4 相加得出</translation>
    </message>
    <message>
        <source>figures of %1 may speak of earlier boundaries; say which with the boundary vintage</source>
        <translation>%1 的数值可能按调整前的区划统计,请指明区划口径</translation>
    </message>
    <message>
        <source>the column names no indicator of this plan</source>
        <translation>该列未对应本规划的指标</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no indicator of this plan</source>
        <translation>“%1”不是本规划的指标</translation>
    </message>
    <message>
        <source>nothing tells the period</source>
        <translation>未注明时期</translation>
    </message>
    <message>
        <source>the unit &quot;%1&quot; cannot be converted to &quot;%2&quot;</source>
        <translation>单位“%1”无法换算为“%2”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number</source>
        <translation>“%1”不是数值</translation>
    </message>
    <message>
        <source>%1 is less than %2, the least allowed</source>
        <translation>%1 小于允许的最小值 %2</translation>
    </message>
    <message>
        <source>%1 is more than %2, the most allowed</source>
        <translation>%1 大于允许的最大值 %2</translation>
    </message>
    <message>
        <source>%1 is not from %2 to %3</source>
        <translation>%1 不在 %2 至 %3 之间</translation>
    </message>
    <message>
        <source>another row has another value for the same zone and period</source>
        <translation>另有一行对同一片区和时期给出不同数值</translation>
    </message>
    <message>
        <source>nothing tells the source</source>
        <translation>未注明来源</translation>
    </message>
    <message>
        <source>the row has no value</source>
        <translation>该行没有数值</translation>
    </message>
    <message>
        <source>the name is missing</source>
        <translation>缺少名称</translation>
    </message>
    <message>
        <source>there are no coordinates</source>
        <translation>没有坐标</translation>
    </message>
    <message>
        <source>%1, %2 lies outside of the plan&apos;s area</source>
        <translation>%1, %2 位于规划范围以外</translation>
    </message>
    <message>
        <source>%1 has an outline already</source>
        <translation>%1 已有界线</translation>
    </message>
    <message>
        <source>taken for %1, with which it shares %2% of the area</source>
        <translation>按重叠判定为%1(面积重叠 %2%)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no kind of site; it is taken for a platform</source>
        <translation>“%1”不是点位类型,按平台处理</translation>
    </message>
    <message>
        <source>all districts get outlines from this file: figures no longer call the boundaries schematic</source>
        <translation>全部区县均采用本文件的界线: 图件不再注明“界线为示意”</translation>
    </message>
    <message>
        <source>%1 districts keep their schematic outlines, and figures go on saying so</source>
        <translation>%1 个区县仍为示意界线,图件继续注明</translation>
    </message>
    <message>
        <source>its .cpg file says so</source>
        <translation>由其 .cpg 文件注明</translation>
    </message>
    <message>
        <source>the language byte of its .dbf says so</source>
        <translation>由 .dbf 的语言标识注明</translation>
    </message>
    <message>
        <source>its byte order mark says so</source>
        <translation>由字节顺序标记注明</translation>
    </message>
    <message>
        <source>all texts are well-formed</source>
        <translation>全部文字均符合该编码</translation>
    </message>
    <message>
        <source>nothing says so, and it is no UTF-8</source>
        <translation>未注明,且不是 UTF-8</translation>
    </message>
    <message>
        <source>as asked for</source>
        <translation>按指定</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未注明</translation>
    </message>
    <message>
        <source>datum %1</source>
        <translation>坐标基准 %1</translation>
    </message>
    <message>
        <source>Row %1, column &quot;%2&quot;: %3</source>
        <translation>第 %1 行“%2”列: %3</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行: %2</translation>
    </message>
    <message>
        <source>Column &quot;%1&quot;: %2</source>
        <translation>“%1”列: %2</translation>
    </message>
    <message>
        <source>Rows: %1 read, %2 used, %3 as before, %4 not used</source>
        <translation>行: 读取 %1,采用 %2,与原有一致 %3,未采用 %4</translation>
    </message>
    <message>
        <source>Values: %1 read, %2 used, %3 as before, %4 not used</source>
        <translation>数值: 读取 %1,采用 %2,与原有一致 %3,未采用 %4</translation>
    </message>
    <message>
        <source>%1, &quot;%2&quot;</source>
        <translation>%1“%2”</translation>
    </message>
    <message>
        <source>encoding %1 (%2)</source>
        <translation>编码 %1(%2)</translation>
    </message>
    <message>
        <source>read as %1 it names %2 zones (%3)</source>
        <translation>按 %1 读取可识别 %2 处片区名(%3)</translation>
    </message>
    <message>
        <source>coordinates in %1</source>
        <translation>坐标系 %1</translation>
    </message>
    <message>
        <source>coordinates taken for %1</source>
        <translation>坐标系推定为 %1</translation>
    </message>
    <message>
        <source>its shift to CGCS2000 is not public: off by up to 100 m</source>
        <translation>该坐标系到 CGCS2000 的转换参数未公开: 偏差可达 100 米</translation>
    </message>
    <message>
        <source>new indicators: %1</source>
        <translation>新建指标: %1</translation>
    </message>
    <message>
        <source>image of %1 by %2 pixels in %3</source>
        <translation>影像 %1×%2 像素,坐标系 %3</translation>
    </message>
    <message>
        <source>(not used)</source>
        <translation>(未采用)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand in this column</source>
        <translation>“%1”不能填在此列</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2</source>
        <translation>“%1”不在可选范围内：%2</translation>
    </message>
    <message>
        <source>another row has the key &quot;%1&quot; already</source>
        <translation>另有一行的键已是“%1”</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in a row that is none of the form&apos;s</source>
        <translation>“%1”所在行不是表内的行</translation>
    </message>
    <message>
        <source>the form says &quot;%1&quot; here, and &quot;%2&quot; was asked</source>
        <translation>表中此处为“%1”，应为“%2”</translation>
    </message>
    <message>
        <source>%1, %2: the row is no longer in the form</source>
        <translation>%1，%2：该行已不在表中</translation>
    </message>
    <message>
        <source>the image is in %1: it is drawn %2 m from where it says it lies</source>
        <translation>影像为%1坐标：按实际位置绘制，偏离其自述位置%2米</translation>
    </message>
    <message>
        <source>%1, %2: it was %3 in %4 and is %5 now. Is that its unit?</source>
        <translation>%1，%2：%4为 %3，现为 %5，请核对单位</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names %2, another column of the row names %3</source>
        <translation>“%1”指%2，同一行另一列却指%3</translation>
    </message>
    <message>
        <source>from here on %1 rows name no zone and are taken for those of the zone above them</source>
        <translation>从此行起有 %1 行未写片区，视为上一行的片区</translation>
    </message>
    <message>
        <source>nothing stands over the column, its values are not used</source>
        <translation>该列没有表头，其中的数值未采用</translation>
    </message>
    <message>
        <source>the column is not kept</source>
        <translation>该列不保留</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is in the file, too, and was not read</source>
        <translation>文件中还有“%1”，没有读取</translation>
    </message>
    <message>
        <source>nothing tells the datum. Should the places come from a Chinese web map (GCJ-02), they lie %1 m wide of the mark: say the datum</source>
        <translation>未说明坐标基准。如果坐标取自国内网络地图（GCJ-02），位置会偏 %1 m，请指明基准</translation>
    </message>
    <message>
        <source>read as %1 the file names %2 zones, as %3 it would be %4: say the encoding</source>
        <translation>按 %1 读取只认出 %2 个片区，按 %3 可认出 %4 个，请指明编码</translation>
    </message>
    <message>
        <source>its .cpg file says otherwise, but the texts are not that</source>
        <translation>.cpg 文件另有说法，但与文字不符</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>datum %1 fits the plan best: each point moves, by %2 m</source>
        <translation>与规划边界最吻合的基准是 %1：各点分别平移 %2 m</translation>
    </message>
    <message>
        <source>datum %1: each point moves, by %2 m</source>
        <translation>基准 %1：各点分别平移 %2 m</translation>
    </message>
    <message>
        <source>the first coordinate is the northing</source>
        <translation>第一个坐标是纵坐标（北）</translation>
    </message>
    <message>
        <source>the geometry cannot be used: %1</source>
        <translation>几何图形无法使用：%1</translation>
    </message>
    <message>
        <source>row %1 has another value for the same zone and period, and came first</source>
        <translation>第 %1 行对同一片区、同一时期有不同的值，并且在前</translation>
    </message>
    <message>
        <source>&quot;%1&quot; stands in row %2 already</source>
        <translation>“%1”已见于第 %2 行</translation>
    </message>
    <message>
        <source>%1 values stand beside the adopted ones of other sources, which maps go on using; adopting these is a choice of its own</source>
        <translation>%1 个值与其他来源的采用值并存，地图仍用后者；改用这些值须另行选择</translation>
    </message>
    <message>
        <source>figures of earlier boundaries: %1</source>
        <translation>按调整前区划统计的时期：%1</translation>
    </message>
    <message>
        <source>its own statement, %1, does not fit the plan</source>
        <translation>文件自述的 %1 与本规划不符</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no period</source>
        <translation>“%1”不是时期</translation>
    </message>
    <message>
        <source>%1 (now %2)</source>
        <translation>%1（今%2）</translation>
    </message>
    <message>
        <source>%1, %2, %3: the table has no value of %4, which is of the same zone today</source>
        <translation>%1、%2、%3：表中没有%4的数值，而两者今属同一片区</translation>
    </message>
    <message>
        <source>%1 is no more since %2, its area lies in %3 today: its value of %4 is that of no whole zone</source>
        <translation>%1已于 %2 撤销，其范围今属%3：它在%4的数值不是任何一个完整片区的数值</translation>
    </message>
    <message>
        <source>figures of %1 may speak of earlier boundaries (%2 rows); say which with the boundary vintage</source>
        <translation>%1的数据可能按调整前的区划统计（%2 行）；请用“区划口径”说明</translation>
    </message>
    <message>
        <source>numbers that are withheld: %1. That they are is kept</source>
        <translation>有 %1 个数值保密：已记为“保密”，不作数值</translation>
    </message>
    <message>
        <source>of %1 points %2% lie in the zone that their row names, and %3% would if the datum were %4 (%5 m away)</source>
        <translation>%1 个点中有 %2% 落在本行所写的片区内；若坐标基准为 %4（相差 %5 米），则为 %3%</translation>
    </message>
    <message>
        <source>the outlines share %1% of their area with the plan&apos;s, and %2% if the datum were %3 (%4 m away)</source>
        <translation>轮廓与规划边界的重合度为 %1%；若坐标基准为 %3（相差 %4 米），则为 %2%</translation>
    </message>
    <message>
        <source>%1. They are taken as %2 all the same: is that right?</source>
        <translation>%1。仍按 %2 处理：是否无误？</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has neither coordinates nor a zone</source>
        <translation>“%1”既无坐标，也未写明片区</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no coordinates, and &quot;%2&quot; says no district</source>
        <translation>“%1”没有坐标，而“%2”不是具体的区县</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no coordinates, and &quot;%2&quot; is an earlier unit that lies in several zones today: %3</source>
        <translation>“%1”没有坐标，而“%2”为原区划，今分属%3，未写明在哪一处</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is said to be in %2, and its point lies beside it, outside of the plan&apos;s area; both are kept</source>
        <translation>“%1”写明在%2，坐标落在其旁、规划范围以外；两者均保留</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is said to be in %2, and its point lies in %3; both are kept</source>
        <translation>“%1”写明在%2，坐标却落在%3；两者均保留</translation>
    </message>
    <message>
        <source>sites without coordinates: %1. They stand for their zone, and are drawn hollow beside its name</source>
        <translation>无坐标的点位：%1 个。只记所在片区，在片区名称旁以空心符号表示</translation>
    </message>
    <message>
        <source>%1 (%2 rows)</source>
        <translation>%1（%2 行）</translation>
    </message>
    <message>
        <source>(not used: author and time are stated anew)</source>
        <translation>（不使用：录入人和时间重新记录）</translation>
    </message>
    <message>
        <source>period as the row says</source>
        <translation>时期见各行</translation>
    </message>
    <message>
        <source>%1, converted to %2</source>
        <translation>%1，换算为%2</translation>
    </message>
    <message>
        <source>%1, which the table does not say</source>
        <translation>%1（表中未注明单位）</translation>
    </message>
    <message>
        <source>not used: %1</source>
        <translation>不使用：%1</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>number</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>list</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>geometry</source>
        <translation>图形</translation>
    </message>
    <message>
        <source>point</source>
        <translation>点</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>city</source>
        <translation>市</translation>
    </message>
    <message>
        <source>district</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>coordinate system</source>
        <translation>坐标系</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>可加总的数量</translation>
    </message>
    <message>
        <source>style</source>
        <translation>样式</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>情景方案</translation>
    </message>
</context>
<context>
    <name>Map</name>
    <message>
        <source>Colours of an amount make large zones look important. Show density or share, or symbols.</source>
        <translation>总量用面色表示，面积大的区县会显得突出。宜改用密度、占比或符号。</translation>
    </message>
    <message>
        <source>Neighbouring colours are hard to tell apart for colour-blind readers or in grey print. Take fewer classes or another palette.</source>
        <translation>相邻两级颜色对色觉障碍读者或在灰度印刷中难以分辨。宜减少级数或换用配色。</translation>
    </message>
    <message>
        <source>There are fewer different numbers than classes.</source>
        <translation>不同数值的个数少于级数。</translation>
    </message>
    <message>
        <source>The numbers are of different years.</source>
        <translation>各数值年份不同。</translation>
    </message>
    <message>
        <source>Some numbers are estimates.</source>
        <translation>部分数值为估计值。</translation>
    </message>
    <message>
        <source>Some numbers are illustrative, not observed.</source>
        <translation>部分数值为示意，不是观测值。</translation>
    </message>
    <message>
        <source>Equal intervals</source>
        <translation>等距</translation>
    </message>
    <message>
        <source>Quantiles</source>
        <translation>分位数</translation>
    </message>
    <message>
        <source>Natural breaks</source>
        <translation>自然断点</translation>
    </message>
    <message>
        <source>Standard deviations</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Round numbers</source>
        <translation>整数界值</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手工</translation>
    </message>
    <message>
        <source>Tiers</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Graduated colours</source>
        <translation>分级设色</translation>
    </message>
    <message>
        <source>Proportional circles</source>
        <translation>比例圆</translation>
    </message>
    <message>
        <source>Circles in classes</source>
        <translation>分级圆</translation>
    </message>
    <message>
        <source>Bar charts</source>
        <translation>柱状图</translation>
    </message>
    <message>
        <source>Pie charts</source>
        <translation>饼图</translation>
    </message>
    <message>
        <source>Dot density</source>
        <translation>点密度</translation>
    </message>
    <message>
        <source>Two indicators (3 × 3)</source>
        <translation>双变量（3 × 3）</translation>
    </message>
    <message>
        <source>Heat map of sites</source>
        <translation>点位热力图</translation>
    </message>
    <message>
        <source>Hexagons of sites</source>
        <translation>点位六边形</translation>
    </message>
    <message>
        <source>The number itself</source>
        <translation>数值本身</translation>
    </message>
    <message>
        <source>For each km²</source>
        <translation>每平方千米</translation>
    </message>
    <message>
        <source>Share of the city</source>
        <translation>占全市比重</translation>
    </message>
    <message>
        <source>No zone has an exact number for this.</source>
        <translation>没有区县有此项的确切数值。</translation>
    </message>
    <message>
        <source>The plan sets a target for this indicator: the colours can part there.</source>
        <translation>规划对该指标定有目标值，可作为双色的分界。</translation>
    </message>
    <message>
        <source>The indicator is not drawn: the scale lies beyond those of its style.</source>
        <translation>指标未绘制：比例尺在样式的显示范围之外。</translation>
    </message>
    <message>
        <source>Composite rank</source>
        <translation>综合位次</translation>
    </message>
    <message>
        <source>There was no room for the name of %1.</source>
        <translation>“%1”的名称放不下。</translation>
    </message>
    <message>
        <source>There was no room for the symbol of %1: it lies on another, or is missing. Take smaller symbols or a larger page.</source>
        <translation>“%1”的符号放不下：与其他符号重叠，或未绘出。请缩小符号或换用更大的图幅。</translation>
    </message>
    <message>
        <source>%1 is not drawn: the scale lies beyond those of the layer.</source>
        <translation>“%1”未绘制：比例尺在该图层的显示范围之外。</translation>
    </message>
    <message>
        <source>At this scale the map is larger than its frame and is cut off.</source>
        <translation>按此比例尺，地图大于图框，边缘被裁去。</translation>
    </message>
</context>
<context>
    <name>OpenFile</name>
    <message>
        <source>Open the Last Good State…</source>
        <translation>打开最近一次完好的状态…</translation>
    </message>
    <message>
        <source>Keep the Last Good State As</source>
        <translation>把完好的状态另存为</translation>
    </message>
</context>
<context>
    <name>PlanGap</name>
    <message>
        <source>Still to be filled in: %1</source>
        <translation>待填写：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no English name.</source>
        <translation>“%1”没有英文名。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no tier yet.</source>
        <translation>“%1”尚无层级。</translation>
    </message>
    <message>
        <source>The indicator &quot;%1&quot; has no unit.</source>
        <translation>指标“%1”没有单位。</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>there is no such file</source>
        <translation>没有这个文件</translation>
    </message>
    <message>
        <source>the file cannot be read (%1)</source>
        <translation>文件读不出来(%1)</translation>
    </message>
    <message>
        <source>the file cannot be written (%1); nothing was changed</source>
        <translation>文件写不进去(%1),原有内容未动</translation>
    </message>
    <message>
        <source>it is not well-formed (%1)</source>
        <translation>格式有误(%1)</translation>
    </message>
    <message>
        <source>a value is required here</source>
        <translation>此处必须有值</translation>
    </message>
    <message>
        <source>the value is not of the kind &quot;%1&quot;</source>
        <translation>此处的值应为“%1”类型</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not one of: %2</source>
        <translation>“%1”不在可选值之中:%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; occurs twice</source>
        <translation>“%1”出现了两次</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names no %2</source>
        <translation>“%1”没有对应的“%2”</translation>
    </message>
    <message>
        <source>two values are adopted for %1; only one may be</source>
        <translation>%1 有两个采用值,只能有一个</translation>
    </message>
    <message>
        <source>zone %1 has no shape</source>
        <translation>片区 %1 没有图形</translation>
    </message>
    <message>
        <source>the shape of %1 is not valid (%2)</source>
        <translation>%1 的图形无效(%2)</translation>
    </message>
    <message>
        <source>this is not a Tiermap project</source>
        <translation>这不是 Tiermap 项目文件</translation>
    </message>
    <message>
        <source>the project was made by a newer Tiermap (schema %1, this program reads up to %2); please update</source>
        <translation>项目由更新版本的 Tiermap 生成(结构版本 %1,本程序只读到 %2),请更新程序</translation>
    </message>
    <message>
        <source>the database refused: %1</source>
        <translation>数据库拒绝:%1</translation>
    </message>
    <message>
        <source>the format cannot be read (%1)</source>
        <translation>格式读不出来(%1)</translation>
    </message>
    <message>
        <source>there is no figure &quot;%1&quot;; there are: %2</source>
        <translation>没有名为“%1”的图件;可选:%2</translation>
    </message>
    <message>
        <source>the font &quot;%1&quot; is not installed; install the package %2</source>
        <translation>没有安装字体“%1”,请安装软件包 %2</translation>
    </message>
    <message>
        <source>the font &quot;%2&quot; has no glyph for: %1</source>
        <translation>字体“%2”缺少字形:%1</translation>
    </message>
    <message>
        <source>the projection failed (%1)</source>
        <translation>投影计算失败(%1)</translation>
    </message>
    <message>
        <source>the page is too small for: %1</source>
        <translation>纸张太小,放不下:%1</translation>
    </message>
    <message>
        <source>line %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>field %1</source>
        <translation>字段 %1</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1:%2。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>,</translation>
    </message>
    <message>
        <source>the file is damaged (%1)</source>
        <translation>文件已损坏(%1)</translation>
    </message>
    <message>
        <source>another program has locked the file; please try again</source>
        <translation>另一程序锁定了该文件,请稍后再试</translation>
    </message>
    <message>
        <source>it is open for editing in %1 on %2; where that is no longer so, remove %3</source>
        <translation>项目正由 %2 上的 %1 编辑;如已不再使用,请删除 %3</translation>
    </message>
    <message>
        <source>it can only be read</source>
        <translation>只能读取</translation>
    </message>
    <message>
        <source>the value is now &quot;%3&quot;, not &quot;%2&quot; (%1)</source>
        <translation>该值现为“%3”,而不是“%2”(%1)</translation>
    </message>
    <message>
        <source>%1 has no row &quot;%2&quot;</source>
        <translation>%1 中没有“%2”这一行</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot go: other rows refer to it</source>
        <translation>“%1”不能删除:有其他行引用它</translation>
    </message>
    <message>
        <source>%1 is less than %2</source>
        <translation>%1 小于 %2</translation>
    </message>
    <message>
        <source>%1 is more than %2</source>
        <translation>%1 大于 %2</translation>
    </message>
    <message>
        <source>%1 does not lie between %2 and %3</source>
        <translation>%1 不在 %2 与 %3 之间</translation>
    </message>
    <message>
        <source>there is nothing to undo</source>
        <translation>没有可撤销的操作</translation>
    </message>
    <message>
        <source>there is nothing to redo</source>
        <translation>没有可重做的操作</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>行 %1</translation>
    </message>
    <message>
        <source>the file is there already; nothing was changed</source>
        <translation>文件已存在;未作任何更改</translation>
    </message>
    <message>
        <source>a new value needs a source; name it in the field &quot;Source&quot;</source>
        <translation>新增数值须有来源,请在“来源”栏中填写</translation>
    </message>
    <message>
        <source>where there is no value, there must be a reason; write it into &quot;Missing because&quot;</source>
        <translation>没有数值时须写明原因,请填写“缺数原因”</translation>
    </message>
    <message>
        <source>a position needs longitude and latitude; write both, like &quot;120.21, 30.25&quot;</source>
        <translation>位置须同时有经度和纬度,请一并填写,例如“120.21, 30.25”</translation>
    </message>
    <message>
        <source>%1 rows and %2 columns do not fit here, where %3 rows and %4 columns are left; nothing was pasted</source>
        <translation>要粘贴的内容有 %1 行 %2 列,此处只剩 %3 行 %4 列,未作粘贴</translation>
    </message>
    <message>
        <source>it was stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>the file is damaged</source>
        <translation>文件已损坏</translation>
    </message>
    <message>
        <source>%1; its last good state, of %3, is kept in %2</source>
        <translation>%1；其最近一次完好状态(%3)保存在 %2</translation>
    </message>
    <message>
        <source>it can only be read (%1)</source>
        <translation>只能读取(%1)</translation>
    </message>
    <message>
        <source>files are not written as &quot;%1&quot;; choose one of: %2</source>
        <translation>不支持写成“%1”格式；可选：%2</translation>
    </message>
    <message>
        <source>reading it took longer than %1 seconds and was stopped</source>
        <translation>读取超过%1秒，已停止</translation>
    </message>
    <message>
        <source>it is of no format that can be read here, or it is damaged</source>
        <translation>不是可读取的格式，或文件已损坏</translation>
    </message>
    <message>
        <source>no row of it could be used</source>
        <translation>其中没有一行可用</translation>
    </message>
    <message>
        <source>no column names zones of this plan, by code or name</source>
        <translation>没有一列以代码或名称标明本规划的片区</translation>
    </message>
    <message>
        <source>no site of this plan has coordinates, which such a map is made of</source>
        <translation>本规划没有带坐标的点位，无法绘制这种图</translation>
    </message>
    <message>
        <source>it changes nothing beside &quot;%1&quot;; leave it out</source>
        <translation>与“%1”同用时不起作用，请去掉</translation>
    </message>
    <message>
        <source>%1 are given, and it takes %2</source>
        <translation>给出了 %1 个，需要 %2 个</translation>
    </message>
    <message>
        <source>%1 are given, and it takes %2 to %3</source>
        <translation>给出了 %1 个，需要 %2 到 %3 个</translation>
    </message>
    <message>
        <source>%1 is in %2, another one in %3: they are no parts of one whole</source>
        <translation>%1 的单位是%2，另一项是%3：不是同一整体的组成部分</translation>
    </message>
    <message>
        <source>nothing is called so here; known are: %1</source>
        <translation>此处没有这个名称；可用的有：%1</translation>
    </message>
    <message>
        <source>the picture would have %1 million pixels; %2 million can be written</source>
        <translation>图像将有 %1 百万像素；最多可写 %2 百万像素</translation>
    </message>
    <message>
        <source>the file does not say which figure it is: it was not written by Tiermap, or something took that out</source>
        <translation>文件没有记录它是哪个图件：不是由 Tiermap 写出，或记录已被去掉</translation>
    </message>
    <message>
        <source>no indicator has numbers that differ between zones for this period</source>
        <translation>该时期没有任何指标的数值在片区间有差别</translation>
    </message>
    <message>
        <source>the font &quot;%1&quot; is not installed</source>
        <translation>未安装字体“%1”</translation>
    </message>
    <message>
        <source>a part of the program cannot be loaded (%1)</source>
        <translation>程序的一个部件无法加载（%1）</translation>
    </message>
</context>
<context>
    <name>Questions</name>
    <message>
        <source>Tiermap projects (*.gpkg)</source>
        <translation>Tiermap 项目 (*.gpkg)</translation>
    </message>
    <message>
        <source>Tiermap</source>
        <translation>Tiermap</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Tables and maps (*.csv *.xlsx *.ods *.shp *.dbf *.geojson *.json *.gpkg *.kml *.kmz *.fgb *.dxf *.txt *.tif *.tiff *.png *.jpg *.jp2 *.img);;All files (*)</source>
        <translation>表格、矢量与影像 (*.csv *.xlsx *.ods *.shp *.dbf *.geojson *.json *.gpkg *.kml *.kmz *.fgb *.dxf *.txt *.tif *.tiff *.png *.jpg *.jp2 *.img);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Spreadsheets (*.xlsx *.ods);;All files (*)</source>
        <translation>电子表格 (*.xlsx *.ods);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>no regular file</source>
        <translation>不是普通文件</translation>
    </message>
    <message>
        <source>the file is empty</source>
        <translation>文件是空的</translation>
    </message>
    <message>
        <source>the file is no text</source>
        <translation>不是文本文件</translation>
    </message>
    <message>
        <source>a line is longer than 64 MiB</source>
        <translation>有一行超过 64 MiB</translation>
    </message>
    <message>
        <source>more than 4096 fields</source>
        <translation>字段超过 4096 个</translation>
    </message>
    <message>
        <source>a quotation mark is never closed: the file may be cut off</source>
        <translation>有一个引号没有收尾，文件可能不完整</translation>
    </message>
    <message>
        <source>no path of a local file</source>
        <translation>不是本机文件的路径</translation>
    </message>
    <message>
        <source>a folder that is no file geodatabase</source>
        <translation>该文件夹不是文件地理数据库</translation>
    </message>
    <message>
        <source>another program is writing to it</source>
        <translation>另一个程序正在写入</translation>
    </message>
    <message>
        <source>there is no layer in it</source>
        <translation>其中没有图层</translation>
    </message>
    <message>
        <source>there is too much packed into the file</source>
        <translation>压缩内容过大</translation>
    </message>
    <message>
        <source>it does not say where its pixels lie; a world file beside it would</source>
        <translation>没有说明像元位置；旁边放一个坐标文件（world file）即可</translation>
    </message>
    <message>
        <source>it names no coordinate system</source>
        <translation>没有说明坐标系</translation>
    </message>
    <message>
        <source>polygons are expected</source>
        <translation>应为多边形</translation>
    </message>
    <message>
        <source>points are expected</source>
        <translation>应为点</translation>
    </message>
    <message>
        <source>the coordinates are no numbers</source>
        <translation>坐标不是数字</translation>
    </message>
    <message>
        <source>it lies outside of its coordinate system</source>
        <translation>超出其坐标系的范围</translation>
    </message>
    <message>
        <source>reading it broke off</source>
        <translation>读取中断</translation>
    </message>
    <message>
        <source>the folder holds no tiles {z}/{x}/{y}</source>
        <translation>文件夹中没有 {z}/{x}/{y} 形式的瓦片</translation>
    </message>
    <message>
        <source>it crosses itself</source>
        <translation>边界自相交</translation>
    </message>
    <message>
        <source>its two coordinates are swapped</source>
        <translation>两个坐标写反了</translation>
    </message>
    <message>
        <source>its latitude is beyond 90 or its longitude beyond 180 degrees</source>
        <translation>纬度超过 90 度或经度超过 180 度</translation>
    </message>
</context>
<context>
    <name>Register</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>quotation marks that are wrong</source>
        <translation>引号有误</translation>
    </message>
    <message>
        <source>the row ends too early</source>
        <translation>行不完整</translation>
    </message>
    <message>
        <source>no coordinates, and no district</source>
        <translation>既无坐标，也无区县</translation>
    </message>
    <message>
        <source>coordinates that are no numbers</source>
        <translation>坐标不是数字</translation>
    </message>
    <message>
        <source>longitude and latitude swapped</source>
        <translation>经纬度颠倒</translation>
    </message>
    <message>
        <source>outside China, or no degrees</source>
        <translation>在中国之外，或不是经纬度</translation>
    </message>
    <message>
        <source>a district that the plan does not know</source>
        <translation>规划中没有的区县</translation>
    </message>
    <message>
        <source>%1 rows read: %2 counted, %3 outside the plan&apos;s districts, %4 rejected</source>
        <translation>共读入 %1 行：计入 %2 行，规划区县之外 %3 行，未采用 %4 行</translation>
    </message>
    <message>
        <source>rejected: %1: %2 (rows %3)</source>
        <translation>未采用：%1：%2 行（第 %3 行）</translation>
    </message>
    <message>
        <source>%1 have no coordinates and are counted by their district</source>
        <translation>%1 行没有坐标，按所写区县计数</translation>
    </message>
    <message>
        <source>in %1 the district is not the one where the coordinates lie; these are counted where they lie (rows %2)</source>
        <translation>%1 行所写区县与坐标所在区县不一致，按坐标计数（第 %2 行）</translation>
    </message>
    <message>
        <source>at least %1 share the place %2, %3</source>
        <translation>至少 %1 行位于同一点 %2, %3</translation>
    </message>
    <message>
        <source>large</source>
        <translation>大型</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中型</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小型</translation>
    </message>
    <message>
        <source>micro</source>
        <translation>微型</translation>
    </message>
    <message>
        <source>size not known</source>
        <translation>规模不明</translation>
    </message>
    <message>
        <source>%1 more rows are left out by the filter</source>
        <translation>另有 %1 行被筛选条件排除</translation>
    </message>
</context>
<context>
    <name>Scenario</name>
    <message>
        <source>Among the %1 ways to assign the zones that were looked at none makes all claims that can be tested consistent; there are more.</source>
        <translation>已查看的 %1 种划分均不能使所有可检验的定位与数据相符；还有未查看的划分。</translation>
    </message>
    <message>
        <source>With these moves kept, no way to assign the other zones makes all claims that can be tested consistent (%1 looked at).</source>
        <translation>保留以上调整时，其余片区的任何划分都不能使所有可检验的定位与数据相符（共查看 %1 种）。</translation>
    </message>
    <message>
        <source>No way to assign the zones makes all claims that can be tested consistent (%1 looked at).</source>
        <translation>没有任何一种划分能使所有可检验的定位都与数据相符（共查看 %1 种）。</translation>
    </message>
    <message>
        <source>With these moves all claims that can be tested are consistent: no further one is needed.</source>
        <translation>按以上调整，所有可检验的定位都与数据相符：无需进一步调整。</translation>
    </message>
    <message>
        <source>All claims that can be tested are consistent: no move is needed.</source>
        <translation>所有可检验的定位都与数据相符：无需调整。</translation>
    </message>
    <message>
        <source>Fewest further moves, these being kept, that make all claims that can be tested consistent: %1; ways to do it: %2.</source>
        <translation>保留以上调整，使所有可检验的定位都与数据相符还需的最少调整数：%1；方案数：%2。</translation>
    </message>
    <message>
        <source>Fewest moves that make all claims that can be tested consistent: %1; ways to do it: %2.</source>
        <translation>使所有可检验的定位都与数据相符的最少调整数：%1；方案数：%2。</translation>
    </message>
    <message>
        <source>Scenario, not the adopted plan</source>
        <translation>情景方案，非现行规划</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1: %2 → %3 zones, in %4 → %5 parts on the map</source>
        <translation>%1：片区数 %2 → %3，在图上分为 %4 → %5 块</translation>
    </message>
    <message>
        <source>Borders within a tier: %1 → %2 of %3</source>
        <translation>同层级相邻边界数：%1 → %2（共 %3）</translation>
    </message>
    <message>
        <source>before: %1; now: %2</source>
        <translation>原为：%1；现为：%2</translation>
    </message>
    <message>
        <source>Only moves between tiers that have districts were looked at, from the adopted plan.</source>
        <translation>仅查看有区县的层级之间的调整，以现行规划为起点。</translation>
    </message>
    <message>
        <source>Only moves between tiers that have districts were looked at, from the scenario: the zones that it moves stay where it puts them.</source>
        <translation>仅查看有区县的层级之间的调整，以本情景方案为起点：方案中已调整的片区保持不动。</translation>
    </message>
</context>
<context>
    <name>Split</name>
    <message>
        <source>The target, %1, is no whole number of steps of %2.</source>
        <translation>目标 %1 不是步长 %2 的整数倍。</translation>
    </message>
    <message>
        <source>%1 of %2, %3, is no whole number of steps of %4.</source>
        <translation>%2的%1 %3 不是步长 %4 的整数倍。</translation>
    </message>
    <message>
        <source>There is something left to be given, but no district that is not locked has a share.</source>
        <translation>尚有余量待分，但未锁定的区县都没有份额。</translation>
    </message>
    <message>
        <source>%1 of %2, %3, is above its greatest part, %4.</source>
        <translation>%2的%1 %3 高于其上限 %4。</translation>
    </message>
    <message>
        <source>What is locked and the least parts come to %1 together, and the target is %2.</source>
        <translation>锁定值与下限合计 %1，而目标为 %2。</translation>
    </message>
    <message>
        <source>With these locks and bounds the districts make %1 to %2 together, and the target is %3.</source>
        <translation>按这些锁定值与上下限，各区县合计为 %1 至 %2，而目标为 %3。</translation>
    </message>
    <message>
        <source>A proposed split, not official: the plan sets its targets for the city alone.</source>
        <translation>分解建议，非官方：规划只对全市提出目标。</translation>
    </message>
    <message>
        <source>proposed, not official</source>
        <translation>分解建议，非官方</translation>
    </message>
    <message>
        <source>The target is to be more than %1: the parts make this bound, which has to be passed.</source>
        <translation>目标为超过 %1：各区县之和等于这一界限，实际须超过它。</translation>
    </message>
    <message>
        <source>No base is given: all districts count the same.</source>
        <translation>没有给出基数：各区县均等。</translation>
    </message>
    <message>
        <source>The city is there already: nothing is raised.</source>
        <translation>全市已达到目标：不再提高。</translation>
    </message>
    <message>
        <source>Districts whose own ratio is not known start at the city&apos;s.</source>
        <translation>自身比重未知的区县以全市比重为起点。</translation>
    </message>
    <message>
        <source>Illustrative numbers are among them: this says nothing of the real zones.</source>
        <translation>其中有示意数据：结果与真实片区无关。</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Weighted mean: the bound, to be passed (target %1)</source>
        <translation>加权平均：仅为界限，须超过（目标 %1）</translation>
    </message>
    <message>
        <source>Sum: the bound, to be passed (target %1)</source>
        <translation>合计：仅为界限，须超过（目标 %1）</translation>
    </message>
    <message>
        <source>Weighted mean (target %1)</source>
        <translation>加权平均（目标 %1）</translation>
    </message>
    <message>
        <source>Sum (target %1)</source>
        <translation>合计（目标 %1）</translation>
    </message>
    <message>
        <source>%1 %2: there is no number for %3; it takes one for each district.</source>
        <translation>%1 %2：%3没有数据；需要每个区县都有。</translation>
    </message>
    <message>
        <source>A target in per cent needs %1: of what it is a share, or what grows.</source>
        <translation>比重与增速类目标需要 %1：比重的分母，或增长的对象。</translation>
    </message>
    <message>
        <source>Nothing tells the districts apart: %1 is 0 for all of them, or is not given.</source>
        <translation>无法区分各区县：%1 全为 0，或未给出。</translation>
    </message>
</context>
<context>
    <name>Spot</name>
    <message>
        <source>hot spot</source>
        <translation>热点</translation>
    </message>
    <message>
        <source>cold spot</source>
        <translation>冷点</translation>
    </message>
    <message>
        <source>too few neighbours to tell</source>
        <translation>邻域太少，无从判断</translation>
    </message>
    <message>
        <source>not significant</source>
        <translation>不显著</translation>
    </message>
</context>
<context>
    <name>Value</name>
    <message>
        <source>about %1</source>
        <translation>约 %1</translation>
    </message>
    <message>
        <source>year not stated</source>
        <translation>未注年份</translation>
    </message>
    <message>
        <source>Q%2 %1</source>
        <translation>%1年第%2季度</translation>
    </message>
    <message>
        <source>months %2–%3 of %1</source>
        <translation>%1年%2–%3月</translation>
    </message>
    <message>
        <source>published</source>
        <translation>已公布</translation>
    </message>
    <message>
        <source>estimate</source>
        <translation>估算</translation>
    </message>
    <message>
        <source>illustrative</source>
        <translation>示例</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>base</source>
        <translation>基地</translation>
    </message>
    <message>
        <source>park</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>venue</source>
        <translation>场馆</translation>
    </message>
    <message>
        <source>headquarters</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>规划中</translation>
    </message>
    <message>
        <source>operating</source>
        <translation>运营中</translation>
    </message>
    <message>
        <source>high</source>
        <translation>高</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>low</source>
        <translation>低</translation>
    </message>
    <message>
        <source>neither</source>
        <translation>无所谓高低</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越高越好</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>越低越好</translation>
    </message>
    <message>
        <source>not added up</source>
        <translation>不汇总</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>求和</translation>
    </message>
    <message>
        <source>ratio</source>
        <translation>比率</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>done again</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>changed by another program</source>
        <translation>由其他程序修改</translation>
    </message>
</context>
<context>
    <name>tiermap::AtlasDialog</name>
    <message>
        <source>Export Atlas</source>
        <translation>导出图集</translation>
    </message>
    <message>
        <source>A page for &amp;each:</source>
        <translation>每项一页(&amp;E):</translation>
    </message>
    <message>
        <source>&amp;Files:</source>
        <translation>文件(&amp;F):</translation>
    </message>
    <message>
        <source>zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>year of the indicator</source>
        <translation>指标的年份</translation>
    </message>
    <message>
        <source>zone and indicator</source>
        <translation>片区与指标</translation>
    </message>
    <message>
        <source>zone, tier by tier</source>
        <translation>按层级排列的片区</translation>
    </message>
    <message>
        <source>one PDF with an index and bookmarks</source>
        <translation>一个 PDF, 附索引与书签</translation>
    </message>
    <message>
        <source>a PDF for each</source>
        <translation>每页一个 PDF</translation>
    </message>
    <message>
        <source>an SVG for each</source>
        <translation>每页一个 SVG</translation>
    </message>
    <message>
        <source>a PNG for each</source>
        <translation>每页一个 PNG</translation>
    </message>
    <message>
        <source>a TIFF for each</source>
        <translation>每页一个 TIFF</translation>
    </message>
    <message>
        <source>Pages that failed</source>
        <translation>未能绘制的页</translation>
    </message>
    <message>
        <source>How far the atlas is</source>
        <translation>图集进度</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>写出(&amp;W)…</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
    <message>
        <source>atlas</source>
        <translation>图集</translation>
    </message>
    <message>
        <source>The figure shows no indicator whose years could be drawn.</source>
        <translation>图中没有指标, 无法按年份绘制。</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>It was stopped. Files that were whole by then are there, and are not drawn again.</source>
        <translation>已停止。此前完成的文件已保存, 再次导出时不会重画。</translation>
    </message>
</context>
<context>
    <name>tiermap::AttributeModel</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>%1 *</source>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>No data for %1</source>
        <translation>%1无数据</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
</context>
<context>
    <name>tiermap::AttributePanel</name>
    <message>
        <source>Attribute tables</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>&amp;Add…</source>
        <translation>新增(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Delete Rows</source>
        <translation>删除行(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>时期(&amp;P):</translation>
    </message>
    <message>
        <source>The period of the figures. A new one can be typed: 2024, 2024-Q1, 2023-01..2023-11</source>
        <translation>数值所属时期。可输入新的时期:2024、2024-Q1、2023-01..2023-11</translation>
    </message>
    <message>
        <source>&amp;Source:</source>
        <translation>来源(&amp;S):</translation>
    </message>
    <message>
        <source>where new values come from</source>
        <translation>新数值的来源</translation>
    </message>
    <message>
        <source>&amp;Reason:</source>
        <translation>理由(&amp;R):</translation>
    </message>
    <message>
        <source>why it is changed, for the history</source>
        <translation>修改理由,记入历史</translation>
    </message>
    <message>
        <source>latest of each zone</source>
        <translation>各片区最新</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no period. Periods are written like 2024, 2024-Q1 or 2023-01..2023-11.</source>
        <translation>“%1”不是时期。时期写作 2024、2024-Q1 或 2023-01..2023-11。</translation>
    </message>
    <message>
        <source>Place on &amp;Map</source>
        <translation>在地图上定位(&amp;M)</translation>
    </message>
    <message>
        <source>The next click on the map is where the selected site lies</source>
        <translation>下一次在地图上的单击即所选点位的位置</translation>
    </message>
    <message>
        <source>These are the latest figures of each zone, of different periods. Choose a period first, or type a new one: then figures can be edited.</source>
        <translation>此处显示各片区最新数值，时期不一。请先选择或输入时期，再编辑数值。</translation>
    </message>
</context>
<context>
    <name>tiermap::AttributeTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Fill Down</source>
        <translation>向下填充(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Empty Cells</source>
        <translation>清空单元格(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;History of This Cell</source>
        <translation>此单元格的历史(&amp;H)</translation>
    </message>
</context>
<context>
    <name>tiermap::Banner</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tiermap::BlockDialog</name>
    <message>
        <source>Text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>标志</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>文字(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>标题(&amp;T)：</translation>
    </message>
    <message>
        <source>What it &amp;shows:</source>
        <translation>所示内容(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Indicators:</source>
        <translation>指标(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>时期(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Width:</source>
        <translation>宽度(&amp;W)：</translation>
    </message>
    <message>
        <source>the latest of each district</source>
        <translation>各区最新</translation>
    </message>
    <message>
        <source>&amp;Form:</source>
        <translation>形式(&amp;F)：</translation>
    </message>
    <message>
        <source>F&amp;rom:</source>
        <translation>自(&amp;R)：</translation>
    </message>
    <message>
        <source>dots by tier, of one indicator</source>
        <translation>按层级的点图，一项指标</translation>
    </message>
    <message>
        <source>scatter, of two: to the right and upwards</source>
        <translation>散点图，两项指标：横轴与纵轴</translation>
    </message>
    <message>
        <source>slopes, of one at two periods</source>
        <translation>斜率图，一项指标的两个时期</translation>
    </message>
    <message>
        <source>parallel coordinates, of %1 to %2</source>
        <translation>平行坐标图，%1至%2项指标</translation>
    </message>
    <message>
        <source>matrix, of %1 to %2</source>
        <translation>矩阵，%1至%2项指标</translation>
    </message>
    <message>
        <source>ranks by random weightings, of %1 to %2</source>
        <translation>随机权重下的位次，%1至%2项指标</translation>
    </message>
    <message>
        <source>that which most districts have</source>
        <translation>多数区县有数值的一期</translation>
    </message>
</context>
<context>
    <name>tiermap::CellHistory</name>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1:%2</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原值</translation>
    </message>
    <message>
        <source>To</source>
        <translation>新值</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>row added</source>
        <translation>新增行</translation>
    </message>
    <message>
        <source>row deleted</source>
        <translation>删除行</translation>
    </message>
    <message>
        <source>%1. Nothing has been changed here.</source>
        <translation>%1。此处未作过修改。</translation>
    </message>
    <message>
        <source>a shape</source>
        <translation>图形</translation>
    </message>
</context>
<context>
    <name>tiermap::ChartView</name>
    <message>
        <source>Charts</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>Kind of chart</source>
        <translation>图表类型</translation>
    </message>
    <message>
        <source>Copy as SVG</source>
        <translation>复制为矢量图</translation>
    </message>
    <message>
        <source>Copy as PNG</source>
        <translation>复制为图片</translation>
    </message>
    <message>
        <source>Copy as table</source>
        <translation>复制为表格</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Years</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Second indicator</source>
        <translation>第二个指标</translation>
    </message>
    <message>
        <source>%1–%2, zones with both: %3</source>
        <translation>%1—%2年，两年均有数据的片区%3个</translation>
    </message>
    <message>
        <source>There is nothing to be shown until zones have been compared.</source>
        <translation>尚未比较片区，暂无图表。</translation>
    </message>
</context>
<context>
    <name>tiermap::ClaimsTable</name>
    <message>
        <source>Claims of the tiers</source>
        <translation>各层级的定位判断</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>定位判断</translation>
    </message>
    <message>
        <source>What being in the tier claims of its zones</source>
        <translation>列入该层级意味着片区应有的特点</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>What the numbers say of it. Nothing is proved by it.</source>
        <translation>数据对判断的支持情况，不构成证明。</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>检验内容</translation>
    </message>
    <message>
        <source>What is looked at</source>
        <translation>所考察的方面</translation>
    </message>
    <message>
        <source>n</source>
        <translation>片区数</translation>
    </message>
    <message>
        <source>Zones with numbers</source>
        <translation>有数值的片区数</translation>
    </message>
    <message>
        <source>Assignments</source>
        <translation>分组方式数</translation>
    </message>
    <message>
        <source>Ways to assign these zones to tiers of the same sizes</source>
        <translation>将这些片区按原有规模分入各层级的方式总数</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>效应量</translation>
    </message>
    <message>
        <source>Cliff&apos;s delta, −1 to 1; for distinctness, standard deviations from what is expected</source>
        <translation>克利夫差异量，−1至1；差异化检验为偏离期望的标准差倍数</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p 值</translation>
    </message>
    <message>
        <source>Share of the assignments that are as high or higher</source>
        <translation>统计量不低于实际值的分组方式所占比例</translation>
    </message>
    <message>
        <source>Least p</source>
        <translation>最小p 值</translation>
    </message>
    <message>
        <source>The smallest p that any assignment has</source>
        <translation>所有分组方式中可能的最小p 值</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1，%2层级</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>is no part of this test</source>
        <translation>不参与本项检验</translation>
    </message>
    <message>
        <source>speaks for the claim (%1)</source>
        <translation>支持该判断（%1）</translation>
    </message>
    <message>
        <source>speaks against the claim (%1)</source>
        <translation>不支持该判断（%1）</translation>
    </message>
    <message>
        <source>speaks neither for nor against (%1)</source>
        <translation>不偏向任何一方（%1）</translation>
    </message>
    <message>
        <source>has numbers, but the claim is about the tier&apos;s own zones only</source>
        <translation>有数值，但该判断只涉及本层级片区</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 (of this tier): %2</source>
        <translation>%1（属本层级）：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The plan makes no claims of its tiers.</source>
        <translation>规划未对各层级作出定位判断。</translation>
    </message>
    <message>
        <source>Terms of the claim</source>
        <translation>判断所依据的指标</translation>
    </message>
    <message>
        <source>Term</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>As</source>
        <translation>取法</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>有数</translation>
    </message>
    <message>
        <source>Why it expresses the claim</source>
        <translation>选用理由</translation>
    </message>
    <message>
        <source>Double-click to change it; only how the weights relate to each other counts</source>
        <translation>双击可修改，权重只计相对大小</translation>
    </message>
    <message>
        <source>How many of the zones have a number</source>
        <translation>有数值的片区个数</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>%1, left out</source>
        <translation>%1，不计</translation>
    </message>
    <message>
        <source>does not outdo the tier (%1)</source>
        <translation>未超过本层级（%1）</translation>
    </message>
</context>
<context>
    <name>tiermap::CollectFormsDialog</name>
    <message>
        <source>Use these values instead of other sources&apos;</source>
        <translation>采用这些值，替代其他来源的值</translation>
    </message>
    <message>
        <source>Collect Forms</source>
        <translation>回收填报表</translation>
    </message>
    <message>
        <source>of rows that name none; without it they are refused</source>
        <translation>用于未写来源的行；不填则这些行不采用</translation>
    </message>
    <message>
        <source>&amp;Take In</source>
        <translation>收入(&amp;T)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Source:</source>
        <translation>来源(&amp;S)：</translation>
    </message>
    <message>
        <source>S&amp;tatus:</source>
        <translation>状态(&amp;T)：</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n files …</source>
        <translation>
            <numerusform>正在读取 %n 个文件…</numerusform>
        </translation>
    </message>
    <message>
        <source>forms collected</source>
        <translation>回收填报表</translation>
    </message>
</context>
<context>
    <name>tiermap::CompareDock</name>
    <message>
        <source>Roles and Comparison</source>
        <translation>定位与比较</translation>
    </message>
    <message>
        <source>%1 comparison.xlsx</source>
        <translation>%1 比较.xlsx</translation>
    </message>
</context>
<context>
    <name>tiermap::ComparePanel</name>
    <message>
        <source>Nothing can be compared like this.</source>
        <translation>按当前设置无法比较。</translation>
    </message>
    <message>
        <source>Choose at least one indicator.</source>
        <translation>请至少选择一个指标。</translation>
    </message>
    <message>
        <source>No Weight above %1</source>
        <translation>权重不超过%1</translation>
    </message>
    <message>
        <source>The weight of a term is a number above 0.</source>
        <translation>指标权重须为大于0的数。</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>What is shown of the comparison</source>
        <translation>比较内容</translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>&amp;Copy Table</source>
        <translation>复制表格(&amp;C)</translation>
    </message>
    <message>
        <source>The table shown, as spreadsheets take it</source>
        <translation>复制当前表格，可粘贴到电子表格</translation>
    </message>
    <message>
        <source>Export Calculation (XLSX)…</source>
        <translation>导出计算过程（XLSX）…</translation>
    </message>
    <message>
        <source>The whole calculation as a workbook with formulas, so that others can follow it</source>
        <translation>把全部计算导出为带公式的工作簿，便于复核</translation>
    </message>
    <message>
        <source>By &amp;tier</source>
        <translation>按层级(&amp;T)</translation>
    </message>
    <message>
        <source>Tiers are roles and not ranks: zones are compared within theirs, or all in one list</source>
        <translation>层级是分工，不是等级：可在各层级内比较，也可合并列出</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>情景</translation>
    </message>
    <message>
        <source>Target Split</source>
        <translation>目标分解</translation>
    </message>
    <message>
        <source>Show on &amp;Map</source>
        <translation>在图上显示(&amp;M)</translation>
    </message>
    <message>
        <source>Colours the zones by thirds of their ranks; hatched are those that other weights would move to another third</source>
        <translation>按位次分三档给片区着色；换一组权重就会变档的片区加斜线</translation>
    </message>
    <message>
        <source>Weigh by pairwise &amp;judgements (AHP)</source>
        <translation>以两两比较定权（AHP）(&amp;J)</translation>
    </message>
</context>
<context>
    <name>tiermap::ComparisonForm</name>
    <message>
        <source>&amp;Method:</source>
        <translation>方法(&amp;M)：</translation>
    </message>
    <message>
        <source>&amp;Weights:</source>
        <translation>权重(&amp;W)：</translation>
    </message>
    <message>
        <source>N&amp;o weight above</source>
        <translation>权重上限(&amp;O)</translation>
    </message>
    <message>
        <source>Greatest weight</source>
        <translation>权重上限</translation>
    </message>
    <message>
        <source>Indicators to compare</source>
        <translation>参与比较的指标</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Period</source>
        <translation>时期</translation>
    </message>
    <message>
        <source>Known</source>
        <translation>有数</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>权重</translation>
    </message>
    <message>
        <source>How many of the zones have a number</source>
        <translation>有数值的片区个数</translation>
    </message>
    <message>
        <source>Double-click to change it; only how the weights relate to each other counts</source>
        <translation>双击可修改，权重只计相对大小</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>A weight is a number of 0 or more.</source>
        <translation>权重须为不小于0的数。</translation>
    </message>
    <message>
        <source>pairwise judgements (AHP)</source>
        <translation>两两比较（AHP）</translation>
    </message>
</context>
<context>
    <name>tiermap::ComparisonTable</name>
    <message>
        <source>Only a bound is known, which is not counted: %1</source>
        <translation>只有界限值，不计入：%1</translation>
    </message>
    <message>
        <source>no data: %1</source>
        <translation>无数据：%1</translation>
    </message>
    <message>
        <source>no data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1, %2, score %3, rank %4</source>
        <translation>%1，%2，得分%3，位次%4</translation>
    </message>
    <message>
        <source>Values are missing: the score lies between these bounds.</source>
        <translation>部分数值缺失，得分在此区间之内。</translation>
    </message>
    <message>
        <source>Largest obstacle: %1, %2 of the shortfall</source>
        <translation>最大障碍因子：%1，占差距的%2</translation>
    </message>
    <message>
        <source>Zones compared</source>
        <translation>片区比较</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Score
0 to 1</source>
        <translation>得分
0至1</translation>
    </message>
    <message>
        <source>Rank
of %1</source>
        <translation>位次
共%1个</translation>
    </message>
    <message>
        <source>Ranks
5–95%</source>
        <translation>位次区间
5–95%</translation>
    </message>
    <message>
        <source>Rank
expected</source>
        <translation>期望
位次</translation>
    </message>
    <message>
        <source>Ranks
%1 methods</source>
        <translation>位次区间
%1种方法</translation>
    </message>
    <message>
        <source>1 is the highest score. Where values are missing, the ranks that are possible.</source>
        <translation>1为得分最高；数值缺失时为可能的位次。</translation>
    </message>
    <message>
        <source>Ranks of the weighted sum in 90% of %1 draws, all weights being as likely (SMAA)</source>
        <translation>权重等可能随机抽取%1次，加权求和位次的90%区间（SMAA）</translation>
    </message>
    <message>
        <source>Mean rank over these draws</source>
        <translation>各次抽取的平均位次</translation>
    </message>
    <message>
        <source>Ranks over all combinations of scaling, weights and aggregation</source>
        <translation>各种标准化、赋权与合成方法组合下的位次</translation>
    </message>
    <message>
        <source>more is better</source>
        <translation>越大越好</translation>
    </message>
    <message>
        <source>less is better</source>
        <translation>越小越好</translation>
    </message>
</context>
<context>
    <name>tiermap::DataExport</name>
    <message>
        <source>Export Data</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>%1 is there already.</source>
        <translation>%1 已经存在。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%1 is written: %n rows.</source>
        <translation>
            <numerusform>已写入 %1：%n 行。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::DataImport</name>
    <message>
        <source>Import Data</source>
        <translation>导入数据</translation>
    </message>
</context>
<context>
    <name>tiermap::EditDocks</name>
    <message>
        <source>Attribute Table</source>
        <translation>属性表</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
</context>
<context>
    <name>tiermap::ExportDialog</name>
    <message>
        <source>Export Data</source>
        <translation>导出数据</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>浏览(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Table:</source>
        <translation>数据表(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>格式(&amp;F)：</translation>
    </message>
    <message>
        <source>Fi&amp;le:</source>
        <translation>文件(&amp;L)：</translation>
    </message>
    <message>
        <source>What the file does &amp;not keep:</source>
        <translation>该文件不保留的内容(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The table is being looked at …</source>
        <translation>正在检查数据表…</translation>
    </message>
    <message numerus="yes">
        <source>Nothing: all %n rows are kept as they are.</source>
        <translation>
            <numerusform>无：全部 %n 行原样保留。</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing was stopped; no file was made.</source>
        <translation>写出已停止，未生成文件。</translation>
    </message>
</context>
<context>
    <name>tiermap::FigureExport</name>
    <message>
        <source>Export Figure</source>
        <translation>导出图件</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>正在写出 %1 …</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写出。</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;TIFF (*.tif *.tiff)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;TIFF (*.tif *.tiff)</translation>
    </message>
</context>
<context>
    <name>tiermap::FigureForm</name>
    <message>
        <source>S&amp;hows:</source>
        <translation>内容(&amp;H)：</translation>
    </message>
    <message>
        <source>&amp;Page:</source>
        <translation>页面(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Way:</source>
        <translation>方向(&amp;W)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>&amp;Extent:</source>
        <translation>范围(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;For:</source>
        <translation>用途(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Dots per inch:</source>
        <translation>每英寸点数(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Title:</source>
        <translation>图名(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;Subtitle:</source>
        <translation>副题(&amp;S)：</translation>
    </message>
    <message>
        <source>&amp;Issued by:</source>
        <translation>编制单位(&amp;I)：</translation>
    </message>
    <message>
        <source>D&amp;rawn by:</source>
        <translation>制图(&amp;R)：</translation>
    </message>
    <message>
        <source>D&amp;ate:</source>
        <translation>日期(&amp;A)：</translation>
    </message>
    <message>
        <source>Sheet &amp;number:</source>
        <translation>图号(&amp;N)：</translation>
    </message>
    <message>
        <source>Se&amp;crecy:</source>
        <translation>密级(&amp;C)：</translation>
    </message>
    <message>
        <source>Appro&amp;val number:</source>
        <translation>审图号(&amp;V)：</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水域</translation>
    </message>
    <message>
        <source>Neighbouring cities</source>
        <translation>邻市</translation>
    </message>
    <message>
        <source>Platforms and bases</source>
        <translation>平台和基地</translation>
    </message>
    <message>
        <source>Black and white</source>
        <translation>黑白</translation>
    </message>
    <message>
        <source>slide 16:9</source>
        <translation>幻灯片 16:9</translation>
    </message>
    <message>
        <source>column 85 mm</source>
        <translation>期刊单栏 85 毫米</translation>
    </message>
    <message>
        <source>journal page 170 mm</source>
        <translation>期刊通栏 170 毫米</translation>
    </message>
    <message>
        <source>Or millimetres, such as 210x148</source>
        <translation>也可输入毫米数，如 210x148</translation>
    </message>
    <message>
        <source>landscape</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>portrait</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>nobody in particular</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>internal use</source>
        <translation>内部使用</translation>
    </message>
    <message>
        <source>the public</source>
        <translation>公开</translation>
    </message>
    <message>
        <source>the layout of tiers</source>
        <translation>层级布局</translation>
    </message>
    <message>
        <source>as on the map</source>
        <translation>与地图一致</translation>
    </message>
    <message>
        <source>the whole plan</source>
        <translation>整个规划范围</translation>
    </message>
    <message>
        <source>Le&amp;gend&apos;s words:</source>
        <translation>图例文字(&amp;G)：</translation>
    </message>
    <message>
        <source>Of the style</source>
        <translation>按样式</translation>
    </message>
    <message>
        <source>Instead</source>
        <translation>改写为</translation>
    </message>
    <message>
        <source>What stands in the legend instead of a word of the style; numbers stay those of the data</source>
        <translation>图例中代替样式文字的写法；数字仍以数据为准</translation>
    </message>
    <message>
        <source>Overview in the province</source>
        <translation>省内位置图</translation>
    </message>
    <message>
        <source>File says where the map lies</source>
        <translation>文件写明地图所在位置</translation>
    </message>
    <message>
        <source>Scale &amp;1:</source>
        <translation>比例尺 1:(&amp;1)</translation>
    </message>
    <message>
        <source>Pro&amp;jection:</source>
        <translation>投影(&amp;J)：</translation>
    </message>
    <message>
        <source>F&amp;ont:</source>
        <translation>字体(&amp;O)：</translation>
    </message>
    <message>
        <source>Border wi&amp;dths:</source>
        <translation>界线粗细(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>颜色(&amp;C)：</translation>
    </message>
    <message>
        <source>as large as fits</source>
        <translation>按图幅取最大</translation>
    </message>
    <message>
        <source>Or any other denominator</source>
        <translation>也可填其他分母</translation>
    </message>
    <message>
        <source>by the scale</source>
        <translation>随比例尺</translation>
    </message>
    <message>
        <source>equal-area (conic)</source>
        <translation>等积（圆锥）</translation>
    </message>
    <message>
        <source>Gauss-Krueger</source>
        <translation>高斯-克吕格</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Double-click to choose; the usual colour again with Delete</source>
        <translation>双击选色；按 Delete 恢复默认颜色</translation>
    </message>
    <message>
        <source>ground</source>
        <translation>底色</translation>
    </message>
    <message>
        <source>water</source>
        <translation>水域</translation>
    </message>
    <message>
        <source>borders around</source>
        <translation>周边界线</translation>
    </message>
    <message>
        <source>graticule</source>
        <translation>经纬网</translation>
    </message>
    <message>
        <source>borders of zones</source>
        <translation>片区界线</translation>
    </message>
    <message>
        <source>borders of tiers</source>
        <translation>层级界线</translation>
    </message>
    <message>
        <source>city boundary</source>
        <translation>市界</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文字</translation>
    </message>
    <message>
        <source>notes</source>
        <translation>注记</translation>
    </message>
    <message>
        <source>names of water</source>
        <translation>水系名称</translation>
    </message>
    <message>
        <source>around names</source>
        <translation>名称衬边</translation>
    </message>
    <message>
        <source>platforms and bases</source>
        <translation>平台与基地</translation>
    </message>
    <message>
        <source>register points</source>
        <translation>名录点位</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tiermap::FigureWindow</name>
    <message>
        <source>&amp;Go There</source>
        <translation>转到该处(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Let It Be…</source>
        <translation>接受并说明理由(&amp;L)…</translation>
    </message>
    <message>
        <source>&amp;Ask Again</source>
        <translation>恢复提醒(&amp;A)</translation>
    </message>
    <message>
        <source>Compose Figure</source>
        <translation>编排图件</translation>
    </message>
    <message>
        <source>Compose Figure: %1</source>
        <translation>编排图件：%1</translation>
    </message>
    <message>
        <source>&amp;Open Figure</source>
        <translation>打开图件(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Keep in Project…</source>
        <translation>保存到项目(&amp;K)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Print…</source>
        <translation>打印(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Whole Page</source>
        <translation>整页(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>What to look at before the figure leaves the office</source>
        <translation>图件送出之前需要检查的内容</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Double-click to go there; the context menu lets it be, with a reason</source>
        <translation>双击转到该处；右键菜单可说明理由后接受</translation>
    </message>
    <message>
        <source>Let It Be</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Reason:</source>
        <translation>理由：</translation>
    </message>
    <message>
        <source>the project keeps none yet</source>
        <translation>项目中还没有图件</translation>
    </message>
    <message>
        <source>Keep Figure</source>
        <translation>保存图件</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>a figure is kept</source>
        <translation>保存图件</translation>
    </message>
    <message>
        <source>The figure is for the public, and must not have what the list marks as an error. Mend it, or let it be with a reason.</source>
        <translation>图件用于公开，不应有列表中标为错误的情况。请修改，或说明理由后接受。</translation>
    </message>
    <message>
        <source>Export Figure</source>
        <translation>导出图件</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>%1 已写出。</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Text…</source>
        <translation>文字(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Logo…</source>
        <translation>标志(&amp;L)…</translation>
    </message>
    <message>
        <source>Add Logo</source>
        <translation>添加标志</translation>
    </message>
    <message>
        <source>A&amp;tlas…</source>
        <translation>图集(&amp;T)…</translation>
    </message>
    <message>
        <source>A page for each zone, tier, indicator or year</source>
        <translation>每个片区、层级、指标或年份一页</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;TIFF (*.tif *.tiff)</source>
        <translation>PDF (*.pdf);;SVG (*.svg);;PNG (*.png);;TIFF (*.tif *.tiff)</translation>
    </message>
    <message>
        <source>Legend, enlarged part and the like are moved with the mouse, or chosen with Tab and moved with the arrow keys; Shift and an arrow change their width</source>
        <translation>图例、局部放大图等可用鼠标拖动，或用 Tab 选中后用方向键移动；Shift 加左右方向键改变宽度</translation>
    </message>
    <message>
        <source>Text, a table, a chart or a logo; double-click one to change it, Delete takes it off</source>
        <translation>文字、表格、图表或标志；双击可修改，按 Delete 移除</translation>
    </message>
    <message>
        <source>As a picture and as SVG; the arrow chooses its dots per inch</source>
        <translation>复制为图片和 SVG；箭头处选择分辨率</translation>
    </message>
    <message>
        <source>Ta&amp;ble…</source>
        <translation>表格(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Chart…</source>
        <translation>图表(&amp;C)…</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>图片 (*.png *.svg)</translation>
    </message>
    <message>
        <source>%1 dpi</source>
        <translation>%1 点/英寸</translation>
    </message>
</context>
<context>
    <name>tiermap::FileMenu</name>
    <message>
        <source>Open Project</source>
        <translation>打开项目</translation>
    </message>
    <message>
        <source>Where to Keep Your Changes</source>
        <translation>修改保存到哪里</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>新建项目</translation>
    </message>
    <message>
        <source>Folder of the Plan Package</source>
        <translation>规划数据包所在文件夹</translation>
    </message>
    <message>
        <source>Save a Copy</source>
        <translation>保存副本</translation>
    </message>
</context>
<context>
    <name>tiermap::FindingsList</name>
    <message>
        <source>&amp;Check</source>
        <translation>检查(&amp;C)</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Compares the figures with the rules that the plan states.</source>
        <translation>按规划所定的规则核对各项数值。</translation>
    </message>
    <message>
        <source>The plan keeps all of its rules.</source>
        <translation>各项规则均符合。</translation>
    </message>
    <message numerus="yes">
        <source>%n finding(s)</source>
        <translation>
            <numerusform>%n 处不符</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::FormMenu</name>
    <message>
        <source>Folder for the Forms</source>
        <translation>填报表存放文件夹</translation>
    </message>
    <message>
        <source>Replace Them</source>
        <translation>替换</translation>
    </message>
    <message numerus="yes">
        <source>%n forms are written to %1.</source>
        <translation>
            <numerusform>已在 %1 制作 %n 份填报表。</numerusform>
        </translation>
    </message>
    <message>
        <source>Forms That Came Back</source>
        <translation>收回的报表</translation>
    </message>
    <message numerus="yes">
        <source>%1 All %n forms would be written anew.</source>
        <translation>
            <numerusform>%1。全部 %n 份填报表将重新写出。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::Histogram</name>
    <message>
        <source>%1 – %2: %3</source>
        <translation>%1 – %2：%3</translation>
    </message>
    <message>
        <source>Distribution of the numbers</source>
        <translation>数值分布</translation>
    </message>
    <message>
        <source>Goodness of variance fit: %1</source>
        <translation>方差拟合优度：%1</translation>
    </message>
</context>
<context>
    <name>tiermap::HotSpots</name>
    <message>
        <source>Counting hexagons…</source>
        <translation>正在按六边形计数…</translation>
    </message>
    <message>
        <source>Hot spots: crossed lines</source>
        <translation>热点：交叉线</translation>
    </message>
    <message>
        <source>Cold spots: level lines</source>
        <translation>冷点：水平线</translation>
    </message>
    <message>
        <source>Not drawn: not significant</source>
        <translation>不绘出：不显著</translation>
    </message>
    <message>
        <source>Not drawn: too few neighbours to tell</source>
        <translation>不绘出：邻域太少，无从判断</translation>
    </message>
    <message>
        <source>%1 rows in %2 hexagons of %3 km.</source>
        <translation>%1 行，分在 %2 个宽 %3 km 的六边形中。</translation>
    </message>
    <message>
        <source>%1 rows in %2 hexagons of %3 km, by the extent of the rows.</source>
        <translation>%1 行，分在 %2 个宽 %3 km 的六边形中，宽度由各行的范围得出。</translation>
    </message>
    <message>
        <source>on the border</source>
        <translation>在边界上</translation>
    </message>
    <message>
        <source>%1, %2: %3 rows, neighbours: %4</source>
        <translation>%1，%2：%3 行，邻域 %4 个</translation>
    </message>
    <message>
        <source>%1, p = %2, q = %3</source>
        <translation>%1，p = %2，q = %3</translation>
    </message>
    <message>
        <source>&amp;Hot spots, hexagon width</source>
        <translation>热点分析(&amp;H)，六边形宽</translation>
    </message>
    <message>
        <source>Getis-Ord Gi* of the rows in hexagons: more or fewer together than chance would have it, the false-discovery rate (q) kept below 5 %</source>
        <translation>按六边形计数，求 Getis-Ord Gi*：聚在一起的行比随机情形更多或更少，错误发现率（q）控制在 5 % 以下</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source> km</source>
        <translation> km</translation>
    </message>
    <message>
        <source>Width of the hexagons in kilometres</source>
        <translation>六边形宽度（千米）</translation>
    </message>
    <message>
        <source>Found out: about a thousand hexagons would cover the rectangle of all rows, in half kilometres; no fewer than the plan allows</source>
        <translation>自动判断：约一千个六边形覆盖所有行的外接矩形，取半千米的整倍数，不小于方案允许的宽度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Hot and cold spots; Enter shows one on the map</source>
        <translation>热点与冷点；按回车在地图上显示</translation>
    </message>
    <message>
        <source>What is known of a hexagon</source>
        <translation>六边形的情况</translation>
    </message>
    <message>
        <source>District</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>q</source>
        <translation>q</translation>
    </message>
</context>
<context>
    <name>tiermap::ImportDialog</name>
    <message>
        <source>found out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Use these values instead of other sources&apos;</source>
        <translation>以这些数值为采用值</translation>
    </message>
    <message>
        <source>Make new indicators of unknown columns</source>
        <translation>将未知列新建为指标</translation>
    </message>
    <message>
        <source>These outlines are sketches, too</source>
        <translation>这些界线仍为示意</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>停止读取(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Figures of zones</source>
        <translation>片区指标数值</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Outlines of zones</source>
        <translation>片区界线</translation>
    </message>
    <message>
        <source>A layer for reference</source>
        <translation>参考图层</translation>
    </message>
    <message>
        <source>where the file states none: 2025, 2025-Q1</source>
        <translation>文件未注明时填写: 2025、2025-Q1</translation>
    </message>
    <message>
        <source>title of the publication</source>
        <translation>资料名称</translation>
    </message>
    <message>
        <source>today&apos;s</source>
        <translation>现行区划</translation>
    </message>
    <message>
        <source>earlier</source>
        <translation>调整前区划</translation>
    </message>
    <message>
        <source>&amp;What it holds:</source>
        <translation>内容(&amp;W):</translation>
    </message>
    <message>
        <source>S&amp;heet or layer:</source>
        <translation>工作表或图层(&amp;H):</translation>
    </message>
    <message>
        <source>&amp;Encoding:</source>
        <translation>编码(&amp;E):</translation>
    </message>
    <message>
        <source>Rows &amp;above the data:</source>
        <translation>数据以上行数(&amp;A):</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>时期(&amp;P):</translation>
    </message>
    <message>
        <source>In&amp;dicator:</source>
        <translation>指标(&amp;D):</translation>
    </message>
    <message>
        <source>&amp;Source:</source>
        <translation>来源(&amp;S):</translation>
    </message>
    <message>
        <source>S&amp;tatus:</source>
        <translation>数据状态(&amp;T):</translation>
    </message>
    <message>
        <source>&amp;Boundaries:</source>
        <translation>区划口径(&amp;B):</translation>
    </message>
    <message>
        <source>&amp;Datum:</source>
        <translation>坐标基准(&amp;D):</translation>
    </message>
    <message>
        <source>&amp;Coordinate system:</source>
        <translation>坐标系(&amp;C):</translation>
    </message>
    <message>
        <source>Boundaries si&amp;nce:</source>
        <translation>区划起始年月(&amp;N):</translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>名称(&amp;N):</translation>
    </message>
    <message>
        <source>Reading was stopped. Any choice starts it again.</source>
        <translation>已停止读取。更改任一选项即重新读取。</translation>
    </message>
    <message>
        <source>The row that states the units, from 1; 0 where none does</source>
        <translation>单位所在行，从 1 数起；没有则填 0</translation>
    </message>
    <message>
        <source>&amp;Named by:</source>
        <translation>名称列(&amp;N)：</translation>
    </message>
    <message>
        <source>Row of &amp;units:</source>
        <translation>单位行(&amp;U)：</translation>
    </message>
</context>
<context>
    <name>tiermap::JudgementTable</name>
    <message>
        <source>Pairwise judgements of the indicators</source>
        <translation>指标两两比较矩阵</translation>
    </message>
    <message>
        <source>How many times as important is the row&apos;s indicator as the column&apos;s? From 9 (far more) over 1 (as important) to 1/9 (far less).</source>
        <translation>行指标的重要性是列指标的几倍？9 为重要得多，1 为同等重要，1/9 为次要得多。</translation>
    </message>
    <message>
        <source>%1 beside %2: %3</source>
        <translation>%1相对%2：%3</translation>
    </message>
</context>
<context>
    <name>tiermap::KeptScenarios</name>
    <message>
        <source>Scenarios that the project keeps</source>
        <translation>项目中保存的情景方案</translation>
    </message>
    <message>
        <source>Scenarios that the project keeps; type a name to keep another one</source>
        <translation>项目中保存的情景方案；输入名称可另存一个</translation>
    </message>
    <message>
        <source>name of a scenario</source>
        <translation>情景方案名称</translation>
    </message>
    <message>
        <source>Keep the moves in the project under this name</source>
        <translation>以此名称把各项调整存入项目</translation>
    </message>
    <message>
        <source>Give the scenario this name</source>
        <translation>以此名称重命名该情景方案</translation>
    </message>
    <message>
        <source>Remove the scenario from the project</source>
        <translation>从项目中删除该情景方案</translation>
    </message>
</context>
<context>
    <name>tiermap::LayerDialog</name>
    <message>
        <source>Layer</source>
        <translation>图层</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> 毫米</translation>
    </message>
    <message>
        <source>&amp;Chinese name:</source>
        <translation>中文名称(&amp;C):</translation>
    </message>
    <message>
        <source>&amp;English name:</source>
        <translation>英文名称(&amp;E):</translation>
    </message>
    <message>
        <source>C&amp;olour:</source>
        <translation>颜色(&amp;O):</translation>
    </message>
    <message>
        <source>Line &amp;width:</source>
        <translation>线宽(&amp;W):</translation>
    </message>
    <message>
        <source>&amp;Strength:</source>
        <translation>显示强度(&amp;S):</translation>
    </message>
    <message>
        <source>So&amp;urce:</source>
        <translation>来源(&amp;U):</translation>
    </message>
    <message>
        <source>File:</source>
        <translation>文件:</translation>
    </message>
    <message>
        <source>Colour of the layer</source>
        <translation>图层颜色</translation>
    </message>
    <message>
        <source>As &amp;of:</source>
        <translation>截至年月(&amp;N)：</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Drawn &amp;from:</source>
        <translation>最大比例尺(&amp;F)：</translation>
    </message>
    <message>
        <source>&amp;Down to:</source>
        <translation>最小比例尺(&amp;D)：</translation>
    </message>
</context>
<context>
    <name>tiermap::LayerMenu</name>
    <message>
        <source>&amp;Zoom to Layer</source>
        <translation>缩放至图层(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Properties…</source>
        <translation>属性(&amp;P)…</translation>
    </message>
    <message>
        <source>Move &amp;Up</source>
        <translation>上移(&amp;U)</translation>
    </message>
    <message>
        <source>Move &amp;Down</source>
        <translation>下移(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>移除(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Counts and Filter</source>
        <translation>计数与筛选(&amp;C)</translation>
    </message>
</context>
<context>
    <name>tiermap::LayerTree</name>
    <message>
        <source>Layers and legend</source>
        <translation>图层与图例</translation>
    </message>
    <message>
        <source>Layout: roles, not ranks</source>
        <translation>空间布局:角色而非名次</translation>
    </message>
    <message>
        <source>Around and within</source>
        <translation>周边与内部</translation>
    </message>
    <message>
        <source>Platforms and bases</source>
        <translation>平台与基地</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水系</translation>
    </message>
    <message>
        <source>Neighbouring cities</source>
        <translation>周边城市</translation>
    </message>
    <message>
        <source>%1 (sketch)</source>
        <translation>%1(示意)</translation>
    </message>
    <message>
        <source>Reference layers</source>
        <translation>参考图层</translation>
    </message>
    <message>
        <source>boundaries since %1</source>
        <translation>区划自 %1 起</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Base, headquarters</source>
        <translation>基地、总部</translation>
    </message>
    <message>
        <source>Park</source>
        <translation>园区</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>场馆</translation>
    </message>
    <message>
        <source>District known only</source>
        <translation>仅知所在区县</translation>
    </message>
    <message>
        <source>District known only; count</source>
        <translation>仅知所在区县及处数</translation>
    </message>
    <message>
        <source>Graticule</source>
        <translation>经纬网</translation>
    </message>
</context>
<context>
    <name>tiermap::LiveMap</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Arrow keys move the map, + and - zoom, Home shows the whole plan</source>
        <translation>方向键移动地图,+ 与 - 缩放,Home 键显示全部片区</translation>
    </message>
</context>
<context>
    <name>tiermap::MainWindow</name>
    <message>
        <source>No source tells where %1 lies.</source>
        <translation>没有来源说明%1位于何处。</translation>
    </message>
    <message>
        <source>%1 — Tiermap</source>
        <translation>%1 — Tiermap</translation>
    </message>
    <message>
        <source>Layers and zones</source>
        <translation>图层与片区</translation>
    </message>
    <message>
        <source>Zone and plan</source>
        <translation>片区与规划</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>悬浮</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>撤销(&amp;U): %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>重做(&amp;R): %1</translation>
    </message>
    <message>
        <source>This is the built-in plan. To change it, keep a copy of your own.</source>
        <translation>这是内置规划,只能查看;要修改,请先另存为自己的副本。</translation>
    </message>
    <message>
        <source>Keep a Copy…</source>
        <translation>另存副本…</translation>
    </message>
    <message numerus="yes">
        <source>%n changes made by another program were found and logged.</source>
        <translation>
            <numerusform>发现其他程序所做的 %n 处修改,已记入修改记录。</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo History</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>Click on the map where it lies; Esc leaves it where it is.</source>
        <translation>请在地图上单击其位置;按 Esc 则保持原位。</translation>
    </message>
    <message>
        <source>placed on the map</source>
        <translation>在地图上定位</translation>
    </message>
    <message>
        <source>Style of the map</source>
        <translation>地图样式</translation>
    </message>
    <message>
        <source>Count a Register</source>
        <translation>统计名录</translation>
    </message>
    <message>
        <source>The counts are kept as “%1”; choose it above the map to see it.</source>
        <translation>计数已存为“%1”；在地图上方选择它即可查看。</translation>
    </message>
    <message>
        <source>The online map is not to be had: %1</source>
        <translation>无法取得联机底图：%1</translation>
    </message>
    <message>
        <source>Export Calculation</source>
        <translation>导出计算过程</translation>
    </message>
</context>
<context>
    <name>tiermap::MapStatus</name>
    <message>
        <source>CGCS2000</source>
        <translation>CGCS2000</translation>
    </message>
    <message>
        <source>Longitude and latitude on CGCS2000 (EPSG:4490)</source>
        <translation>CGCS2000 经纬度(EPSG:4490)</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Tiermap opens no connection by itself</source>
        <translation>Tiermap 不会自行联网</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>%1 m</source>
        <translation>%1 m</translation>
    </message>
    <message>
        <source>%1 km</source>
        <translation>%1 km</translation>
    </message>
    <message>
        <source>Area %1 km², around it %2</source>
        <translation>面积 %1 km²,周长 %2</translation>
    </message>
    <message>
        <source>Distance %1</source>
        <translation>距离 %1</translation>
    </message>
    <message>
        <source>Online: %1</source>
        <translation>联机：%1</translation>
    </message>
    <message>
        <source>This service learns which part of the map is looked at; View &gt; Online Map turns it off</source>
        <translation>此服务会得知您正在查看的地图范围；“视图 &gt; 联机底图”可关闭</translation>
    </message>
</context>
<context>
    <name>tiermap::MemberList</name>
    <message>
        <source>Reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message numerus="yes">
        <source>%n rows; the first %1 are listed</source>
        <translation>
            <numerusform>%n 行；列出前 %1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tiermap::OnlineMenu</name>
    <message>
        <source>&amp;Online Map</source>
        <translation>联机底图(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Off</source>
        <translation>关闭(&amp;O)</translation>
    </message>
    <message>
        <source>Other &amp;Address…</source>
        <translation>其他地址(&amp;A)…</translation>
    </message>
    <message>
        <source>Your key for this service. From now on Tiermap asks it for what the map shows, until you turn it off.</source>
        <translation>此服务的密钥（key）。此后 Tiermap 会向它请求地图所显示范围的瓦片，直到您关闭它。</translation>
    </message>
    <message>
        <source>Online Map</source>
        <translation>联机底图</translation>
    </message>
    <message>
        <source>Address with {z}, {x} and {y}, such as https://tiles.example.org/{z}/{x}/{y}.png. From now on Tiermap asks it for what the map shows, until you turn it off.</source>
        <translation>带 {z}、{x}、{y} 的地址，例如 https://tiles.example.org/{z}/{x}/{y}.png。此后 Tiermap 会向它请求地图所显示范围的瓦片，直到您关闭它。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of tiles</source>
        <translation>“%1”不是瓦片地址</translation>
    </message>
</context>
<context>
    <name>tiermap::PeriodEdit</name>
    <message>
        <source>Pick a day</source>
        <translation>选择日期</translation>
    </message>
    <message>
        <source>Pick a day (Alt+Down)</source>
        <translation>选择日期（Alt+↓）</translation>
    </message>
</context>
<context>
    <name>tiermap::PlanPanel</name>
    <message>
        <source>%1; coordinated by %2; valid %3 to %4</source>
        <translation>%1印发,%2牵头,有效期 %3 至 %4</translation>
    </message>
    <message>
        <source>Targets, set for the city and not for its districts</source>
        <translation>目标(针对全市,未分解到区县)</translation>
    </message>
    <message>
        <source>Measures and safeguards</source>
        <translation>举措与保障</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>举措</translation>
    </message>
    <message>
        <source>Zones named</source>
        <translation>点名片区</translation>
    </message>
    <message>
        <source>whole city</source>
        <translation>全市</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Responsible: %1</source>
        <translation>责任单位:%1</translation>
    </message>
</context>
<context>
    <name>tiermap::RegisterDock</name>
    <message>
        <source>Register</source>
        <translation>名录</translation>
    </message>
</context>
<context>
    <name>tiermap::RegisterPanel</name>
    <message>
        <source>All industries</source>
        <translation>全部行业</translation>
    </message>
    <message>
        <source>All sizes</source>
        <translation>全部规模</translation>
    </message>
    <message>
        <source>as they are</source>
        <translation>原样</translation>
    </message>
    <message>
        <source>&amp;Industry:</source>
        <translation>行业(&amp;I)：</translation>
    </message>
    <message>
        <source>Si&amp;ze:</source>
        <translation>规模(&amp;Z)：</translation>
    </message>
    <message>
        <source>Founded:</source>
        <translation>成立年份：</translation>
    </message>
    <message>
        <source>Te&amp;xt:</source>
        <translation>文字(&amp;X)：</translation>
    </message>
    <message>
        <source>&amp;Coordinates:</source>
        <translation>坐标(&amp;C)：</translation>
    </message>
    <message>
        <source>Keep &amp;as:</source>
        <translation>存为指标(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>时期(&amp;P)：</translation>
    </message>
    <message>
        <source>S&amp;ource:</source>
        <translation>来源(&amp;O)：</translation>
    </message>
    <message>
        <source>any year</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Founded from</source>
        <translation>成立年份自</translation>
    </message>
    <message>
        <source>Founded until</source>
        <translation>成立年份至</translation>
    </message>
    <message>
        <source>in any cell of the row</source>
        <translation>该行任一单元格中</translation>
    </message>
    <message>
        <source>O&amp;pen…</source>
        <translation>打开(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Stop Reading</source>
        <translation>停止读取(&amp;S)</translation>
    </message>
    <message>
        <source>Enterprises or other points, a row each</source>
        <translation>企业或其他点位，每行一个</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>LQ</source>
        <translation>区位商</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Location quotient: the industry&apos;s share in the zone, beside its share in all districts</source>
        <translation>区位商：该行业在片区中的比重，与其在全部区县中的比重之比</translation>
    </message>
    <message>
        <source>&amp;Show the points on the map</source>
        <translation>在地图上显示点位(&amp;S)</translation>
    </message>
    <message>
        <source>name of an indicator, new or known</source>
        <translation>指标名称，新的或已有的</translation>
    </message>
    <message>
        <source>&amp;Keep the Counts</source>
        <translation>存入项目(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Without the rows that were rejected</source>
        <translation>不含被剔除的行(&amp;W)</translation>
    </message>
    <message>
        <source> (of which)</source>
        <translation>（其中）</translation>
    </message>
    <message>
        <source>Specialised: even the lower bound passes 1</source>
        <translation>专业化：区间下限也大于 1</translation>
    </message>
    <message>
        <source>counted from a register</source>
        <translation>由名录计数</translation>
    </message>
    <message>
        <source>Find c&amp;lusters, near is within</source>
        <translation>查找聚集区(&amp;L)，靠近指相距不超过</translation>
    </message>
    <message>
        <source>Ten rows or more that lie close together; double-click one to see it</source>
        <translation>相互靠近的十行以上；双击可查看</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source> m</source>
        <translation> 米</translation>
    </message>
    <message>
        <source>Metres within which two rows are near</source>
        <translation>两行相距多少米以内算靠近</translation>
    </message>
    <message>
        <source>km²</source>
        <translation>平方千米</translation>
    </message>
    <message>
        <source>Districts</source>
        <translation>区县</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source>%n clusters; %1 rows with a place are in none, near is within %2 m</source>
        <translation>
            <numerusform>%n 个聚集区；有位置的行中 %1 行不属于任何聚集区，靠近指相距 %2 米以内</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep in &amp;Project</source>
        <translation>保存到项目(&amp;P)</translation>
    </message>
    <message>
        <source>As kept: %1</source>
        <translation>按保存的条件：%1</translation>
    </message>
    <message>
        <source>the register is kept</source>
        <translation>保存名录</translation>
    </message>
    <message>
        <source>The file stays where it is; the project remembers it, its columns, the filter, and what is looked for among the rows</source>
        <translation>文件留在原处；项目记住其位置、列、筛选条件以及在其中查找的内容</translation>
    </message>
</context>
<context>
    <name>tiermap::ReportExport</name>
    <message>
        <source>Write Report</source>
        <translation>编写报告</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;Web page (*.html)</source>
        <translation>PDF (*.pdf);;网页 (*.html)</translation>
    </message>
    <message>
        <source>Writing %1 …</source>
        <translation>正在写 %1 …</translation>
    </message>
    <message>
        <source>%1 is written.</source>
        <translation>已写出 %1。</translation>
    </message>
</context>
<context>
    <name>tiermap::RowDialog</name>
    <message>
        <source>Add an Observation</source>
        <translation>新增观测值</translation>
    </message>
    <message>
        <source>Add a Site</source>
        <translation>新增点位</translation>
    </message>
    <message>
        <source>Add an Indicator</source>
        <translation>新增指标</translation>
    </message>
    <message>
        <source>%1:</source>
        <translation>%1:</translation>
    </message>
    <message>
        <source>a short name that never changes</source>
        <translation>简短的固定名称</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>新增(&amp;A)</translation>
    </message>
</context>
<context>
    <name>tiermap::ScenarioBanner</name>
    <message>
        <source>%1. Outlined on the map: %2</source>
        <translation>%1。图上以虚线框出：%2</translation>
    </message>
    <message>
        <source>Show the Adopted Plan</source>
        <translation>显示现行规划</translation>
    </message>
</context>
<context>
    <name>tiermap::ScenarioPanel</name>
    <message>
        <source>%1 → %2</source>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Zone to move</source>
        <translation>要调整的片区</translation>
    </message>
    <message>
        <source>Tier to move it to</source>
        <translation>调整到的层级</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>Try the zone in this tier; the adopted plan stays as it is</source>
        <translation>试将该片区调整到此层级；现行规划不变</translation>
    </message>
    <message>
        <source>Remove the move</source>
        <translation>删除所选调整</translation>
    </message>
    <message>
        <source>Undo the last change of the moves</source>
        <translation>撤销上一步调整</translation>
    </message>
    <message>
        <source>Redo the change of the moves</source>
        <translation>重做调整</translation>
    </message>
    <message>
        <source>Remove all moves</source>
        <translation>清除全部调整</translation>
    </message>
    <message>
        <source>Moves of the scenario</source>
        <translation>情景方案的调整</translation>
    </message>
    <message>
        <source>Ways to make the claims consistent</source>
        <translation>使定位与数据相符的方案</translation>
    </message>
    <message>
        <source>&amp;Fewest Moves</source>
        <translation>最少调整(&amp;F)</translation>
    </message>
    <message>
        <source>Looks for the fewest moves that make all claims that can be tested consistent, beside those above, which are kept</source>
        <translation>寻找使所有可检验的定位都与数据相符的最少调整；以上调整保留不变</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Add &amp;These</source>
        <translation>加入方案(&amp;T)</translation>
    </message>
    <message>
        <source>Adds the chosen moves to the scenario</source>
        <translation>将所选调整加入情景方案</translation>
    </message>
    <message>
        <source>Claims before and after</source>
        <translation>调整前后的定位检验</translation>
    </message>
    <message>
        <source>Tiers before and after</source>
        <translation>调整前后的层级</translation>
    </message>
    <message>
        <source>Split of the target before and after</source>
        <translation>调整前后的目标分解</translation>
    </message>
    <message>
        <source>Being searched…</source>
        <translation>正在寻找…</translation>
    </message>
    <message>
        <source>Being worked out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>The adopted plan: add moves to make a scenario of it.</source>
        <translation>现行规划：添加调整即成为情景方案。</translation>
    </message>
    <message>
        <source>* Illustrative numbers are among them: this says nothing of the real zones.</source>
        <translation>* 其中有示意数据：结果与真实片区无关。</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>p</source>
        <translation>p</translation>
    </message>
    <message>
        <source>Claim</source>
        <translation>定位</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>片区数</translation>
    </message>
    <message>
        <source>Parts on the map</source>
        <translation>图上块数</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Split of: %1, %2</source>
        <translation>目标分解：%1（%2）</translation>
    </message>
    <message>
        <source>There is none: see the page Target Split.</source>
        <translation>无法分解：见“目标分解”页。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Proposed, %1</source>
        <translation>建议值（%1）</translation>
    </message>
    <message>
        <source>Scenario on Ma&amp;p</source>
        <translation>情景上图(&amp;P)</translation>
    </message>
    <message>
        <source>The map shows the scenario instead of the adopted plan, and says so; a figure of it, too</source>
        <translation>地图显示情景方案而非现行规划，并予注明；由此导出的图件同样注明</translation>
    </message>
</context>
<context>
    <name>tiermap::SearchBox</name>
    <message>
        <source>zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>site</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>coordinate</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1(%2)</translation>
    </message>
    <message>
        <source>Zone, site, pinyin or 120.2, 30.25</source>
        <translation>片区、平台、拼音或 120.2, 30.25</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查找</translation>
    </message>
</context>
<context>
    <name>tiermap::SecondMap</name>
    <message>
        <source>Close the second map</source>
        <translation>关闭第二幅地图</translation>
    </message>
    <message>
        <source>Indicator of the second map</source>
        <translation>第二幅地图的指标</translation>
    </message>
    <message>
        <source>Period of the second map</source>
        <translation>第二幅地图的时期</translation>
    </message>
</context>
<context>
    <name>tiermap::SplitForm</name>
    <message>
        <source>&amp;Target:</source>
        <translation>目标(&amp;T)：</translation>
    </message>
    <message>
        <source>&amp;By:</source>
        <translation>方法(&amp;B)：</translation>
    </message>
    <message>
        <source>Weights:</source>
        <translation>权重：</translation>
    </message>
    <message>
        <source>B&amp;ase:</source>
        <translation>基数(&amp;A)：</translation>
    </message>
    <message>
        <source>C&amp;apacity:</source>
        <translation>承载力(&amp;A)：</translation>
    </message>
    <message>
        <source>Role factors:</source>
        <translation>层级系数：</translation>
    </message>
    <message>
        <source>Who&amp;le steps of:</source>
        <translation>步长(&amp;L)：</translation>
    </message>
    <message>
        <source>share of the base</source>
        <translation>按基数占比</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>按承载力</translation>
    </message>
    <message>
        <source>role of the tier</source>
        <translation>按层级角色</translation>
    </message>
    <message>
        <source>mixture of the three</source>
        <translation>三者加权</translation>
    </message>
    <message>
        <source>Weight of the base</source>
        <translation>基数的权重</translation>
    </message>
    <message>
        <source>Weight of the capacity</source>
        <translation>承载力的权重</translation>
    </message>
    <message>
        <source>Weight of the role</source>
        <translation>层级角色的权重</translation>
    </message>
    <message>
        <source>What districts have. Of a target in per cent: of what it is a share; of growth: what grows.</source>
        <translation>各区县已有的量。比重类目标：比重的分母；增速类目标：增长的对象。</translation>
    </message>
    <message>
        <source>What districts could have</source>
        <translation>各区县可能达到的量</translation>
    </message>
    <message>
        <source>Parts are whole multiples of this, by the largest remainder, so that they make the target exactly</source>
        <translation>各份额为步长的整数倍，按最大余数法取整，合计恰为目标</translation>
    </message>
    <message>
        <source>none: all the same</source>
        <translation>无：各区县均等</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2 %3</source>
        <translation>%1：%2 %3</translation>
    </message>
    <message>
        <source>%1 (%2 of %3)</source>
        <translation>%1（%2/%3 有数据）</translation>
    </message>
    <message>
        <source>Role factor of %1</source>
        <translation>%1的层级系数</translation>
    </message>
</context>
<context>
    <name>tiermap::SplitPanel</name>
    <message>
        <source>Proposed split of the target</source>
        <translation>目标分解建议</translation>
    </message>
    <message>
        <source>The plan has no target that can be split.</source>
        <translation>规划没有可分解的目标。</translation>
    </message>
    <message>
        <source>Zone</source>
        <translation>片区</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Locked at</source>
        <translation>锁定值</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>Proposed for %1, %2</source>
        <translation>%1 年建议值（%2）</translation>
    </message>
    <message>
        <source>Proposed, %1</source>
        <translation>建议值（%1）</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>现状</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基数</translation>
    </message>
    <message>
        <source>Base as of</source>
        <translation>基数时期</translation>
    </message>
    <message>
        <source>Double-click to give a district a part that stays; empty: free</source>
        <translation>双击可锁定该区县的份额；留空则不锁定</translation>
    </message>
    <message>
        <source>%1, %2, %3: %4</source>
        <translation>%1，%2，%3：%4</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>%1, of the city</source>
        <translation>%1（全市）</translation>
    </message>
    <message>
        <source>A part is a number of 0 or more, or empty.</source>
        <translation>份额应为不小于 0 的数，或留空。</translation>
    </message>
</context>
<context>
    <name>tiermap::StyleChooser</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Tiers of the layout</source>
        <translation>布局层级</translation>
    </message>
    <message>
        <source>An indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>点位</translation>
    </message>
    <message>
        <source>Style…</source>
        <translation>样式…</translation>
    </message>
    <message>
        <source>A second map beside it…</source>
        <translation>并列第二幅地图…</translation>
    </message>
    <message>
        <source>Map: tiers</source>
        <translation>地图：层级</translation>
    </message>
    <message>
        <source>Map: %1</source>
        <translation>地图：%1</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>地图显示的内容</translation>
    </message>
</context>
<context>
    <name>tiermap::StylePanel</name>
    <message>
        <source>The one that most zones have</source>
        <translation>多数片区有数据的一期</translation>
    </message>
    <message>
        <source>The latest of each zone</source>
        <translation>各片区最近一期</translation>
    </message>
    <message>
        <source>As usual</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>%1: the same</source>
        <translation>%1：相同</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Zones in another class under other methods:</source>
        <translation>其他方法下会换级的片区：</translation>
    </message>
    <message>
        <source>Save Style</source>
        <translation>保存样式</translation>
    </message>
    <message>
        <source>Name:</source>
        <translation>名称：</translation>
    </message>
    <message>
        <source>Save this style…</source>
        <translation>保存当前样式…</translation>
    </message>
    <message>
        <source>Draw &amp;as:</source>
        <translation>表示方法(&amp;A)：</translation>
    </message>
    <message>
        <source>&amp;Indicator:</source>
        <translation>指标(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Second indicator:</source>
        <translation>第二指标(&amp;S)：</translation>
    </message>
    <message>
        <source>Indicat&amp;ors:</source>
        <translation>指标(&amp;O)：</translation>
    </message>
    <message>
        <source>&amp;Period:</source>
        <translation>时期(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Measure:</source>
        <translation>度量(&amp;M)：</translation>
    </message>
    <message>
        <source>Class&amp;es by:</source>
        <translation>分级方法(&amp;E)：</translation>
    </message>
    <message>
        <source>&amp;Number of classes:</source>
        <translation>级数(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Bounds:</source>
        <translation>分级界限(&amp;B)：</translation>
    </message>
    <message>
        <source>Mi&amp;ddle:</source>
        <translation>中间值(&amp;D)：</translation>
    </message>
    <message>
        <source>&amp;Colours:</source>
        <translation>配色(&amp;C)：</translation>
    </message>
    <message>
        <source>Greatest s&amp;ymbol:</source>
        <translation>最大符号(&amp;Y)：</translation>
    </message>
    <message>
        <source>One d&amp;ot is:</source>
        <translation>一点代表(&amp;O)：</translation>
    </message>
    <message>
        <source>Reach (&amp;km):</source>
        <translation>影响半径（千米）(&amp;K)：</translation>
    </message>
    <message>
        <source>St&amp;rength:</source>
        <translation>浓度(&amp;R)：</translation>
    </message>
    <message>
        <source>From scale 1:</source>
        <translation>自比例尺 1：</translation>
    </message>
    <message>
        <source>To scale 1:</source>
        <translation>至比例尺 1：</translation>
    </message>
    <message>
        <source>The other way &amp;round</source>
        <translation>反向(&amp;R)</translation>
    </message>
    <message>
        <source>Labels tell the numbers</source>
        <translation>注记显示数值</translation>
    </message>
    <message>
        <source>Shown</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>10, 20, 50</source>
        <translation>10, 20, 50</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>自动确定</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Saved styles</source>
        <translation>已存样式</translation>
    </message>
    <message>
        <source>%1: another number of classes (%2)</source>
        <translation>%1：级数不同（%2 级）</translation>
    </message>
</context>
<context>
    <name>tiermap::UndoList</name>
    <message>
        <source>another program</source>
        <translation>其他程序</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>有效</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Before the first edit</source>
        <translation>首次修改之前</translation>
    </message>
    <message>
        <source>Undo history</source>
        <translation>修改记录</translation>
    </message>
    <message>
        <source>A double click goes to the state after that edit</source>
        <translation>双击回到该次修改之后的状态</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>修改人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tiermap::WeightsTable</name>
    <message>
        <source>Weights of the indicators</source>
        <translation>指标权重</translation>
    </message>
    <message>
        <source>When neighbours in the order change places (weighted sum, one weight changed, the others in proportion)</source>
        <translation>相邻位次互换的条件（加权求和，调整一个权重，其余按比例变化）</translation>
    </message>
    <message>
        <source>What turns round when a zone or an indicator is left out</source>
        <translation>去掉一个片区或指标后先后关系的变化</translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>used (%1)</source>
        <translation>采用（%1）</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>There is none: all indicators say the same.</source>
        <translation>无法计算：各指标反映的情况完全相同。</translation>
    </message>
    <message>
        <source>Among zones with all values no single weight changes the order.</source>
        <translation>数值齐全的片区中，任何单个权重都不改变先后次序。</translation>
    </message>
    <message>
        <source>Nothing: the order of no two zones turns round.</source>
        <translation>没有变化：任何两个片区的先后关系都不改变。</translation>
    </message>
    <message>
        <source>given: by hand or judged in pairs</source>
        <translation>给定: 手工或两两比较</translation>
    </message>
</context>
<context>
    <name>tiermap::WriteFormsDialog</name>
    <message>
        <source>Write Forms</source>
        <translation>制作填报表</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>2025, 2025-Q1, 2025-01..2025-06</source>
        <translation>2025, 2025-Q1, 2025-01..2025-06</translation>
    </message>
    <message>
        <source>&amp;Write…</source>
        <translation>制作(&amp;W)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>&amp;Periods:</source>
        <translation>时期(&amp;P)：</translation>
    </message>
    <message>
        <source>&amp;Zones:</source>
        <translation>片区(&amp;Z)：</translation>
    </message>
    <message>
        <source>&amp;Indicators:</source>
        <translation>指标(&amp;I)：</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>语言(&amp;L)：</translation>
    </message>
    <message>
        <source>%1 forms with %2 rows each</source>
        <translation>共 %1 份，每份 %2 行</translation>
    </message>
    <message>
        <source>Periods, zones and indicators are needed.</source>
        <translation>请给出时期、片区和指标。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>None</source>
        <translation>全不选</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no period.</source>
        <translation>“%1”不是时期。</translation>
    </message>
</context>
<context>
    <name>tiermap::ZoneList</name>
    <message>
        <source>Zones by tier</source>
        <translation>按层级列出的片区</translation>
    </message>
    <message>
        <source>%1 %2 · %3</source>
        <translation>%1 %2 · %3</translation>
    </message>
    <message>
        <source>%1, tier %2</source>
        <translation>%1,层级 %2</translation>
    </message>
</context>
<context>
    <name>tiermap::ZonePanel</name>
    <message>
        <source>Source copied to the clipboard</source>
        <translation>来源已复制到剪贴板</translation>
    </message>
    <message>
        <source>Selected zone</source>
        <translation>所选片区</translation>
    </message>
    <message numerus="yes">
        <source>%n zones are selected; this is the last one.</source>
        <translation>
            <numerusform>选中了 %n 个片区,此处为最后一个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Click a zone on the map or in the list to see its tier, its role and what is known about it.</source>
        <translation>在地图或列表中单击片区,查看其层级、角色与已知情况。</translation>
    </message>
    <message>
        <source>Code %1 (GB/T 2260)</source>
        <translation>代码 %1(GB/T 2260)</translation>
    </message>
    <message>
        <source>Internal code %1</source>
        <translation>内部代码 %1</translation>
    </message>
    <message>
        <source>%1 km² as sketched</source>
        <translation>示意范围 %1 km²</translation>
    </message>
    <message>
        <source>%1 km² as drawn</source>
        <translation>按所绘界线 %1 km²</translation>
    </message>
    <message>
        <source>lies within %1 and is counted there, never added</source>
        <translation>位于%1内,计入其中,不另行相加</translation>
    </message>
    <message>
        <source> · </source>
        <translation> · </translation>
    </message>
    <message>
        <source>Role in the plan</source>
        <translation>规划中的角色</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>, not adopted</source>
        <translation>,未采用</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>No data</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>No data (known for other districts): %1</source>
        <translation>无数据(其他区县已有):%1</translation>
    </message>
    <message>
        <source>, district only</source>
        <translation>,仅知所在区县</translation>
    </message>
    <message>
        <source>Platforms, bases and headquarters</source>
        <translation>平台、基地与总部</translation>
    </message>
    <message>
        <source>No role statement of its own</source>
        <translation>无自身定位</translation>
    </message>
    <message>
        <source> — entered by %1, %2</source>
        <translation> — 由 %1 录入,%2</translation>
    </message>
</context>
</TS>
